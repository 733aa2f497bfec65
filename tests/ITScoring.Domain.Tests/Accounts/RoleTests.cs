using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;

namespace ITScoring.Domain.Tests.Accounts;

public sealed class RoleTests
{
    private static readonly DateTime Now = new(2018, 12, 10, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Only_the_head_and_the_acting_deputy_sign()
    {
        Assert.Equal([Role.Head], Enum.GetValues<Role>().Where(role => new Actor(1, role, 1).SignsOff(Now)));
        Assert.Equal([Role.Head, Role.Deputy], Enum.GetValues<Role>().Where(role => new Actor(1, role, 1, Now, Now).SignsOff(Now)));
    }

    [Fact]
    public void Four_roles_work_for_an_agency_and_for_no_other_one()
    {
        Assert.Equal([Role.Contributor, Role.Editor, Role.Head, Role.Deputy], Enum.GetValues<Role>().Where(role => new Actor(1, role, 1).WorksFor(1)));
        Assert.DoesNotContain(Enum.GetValues<Role>(), role => new Actor(1, role, 2).WorksFor(1));
    }

    /// <summary>As the domain's tables of roles and states word them.</summary>
    [Fact]
    public void Roles_and_states_are_called_what_the_procedure_calls_them()
    {
        Assert.Equal(
            ["Người nhập liệu", "Đầu mối CNTT", "Thủ trưởng cơ quan", "Cấp phó ký thay", "Chuyên viên thẩm tra", "Quản lý kỳ đánh giá", "Lãnh đạo UBND tỉnh", "Cơ quan theo dõi", "Quản trị hệ thống"],
            Enum.GetValues<Role>().Select(role => role.Name()));
        Assert.Equal(
            ["người nhập liệu", "đầu mối CNTT", "thủ trưởng cơ quan", "cấp phó ký thay", "chuyên viên thẩm tra", "quản lý kỳ đánh giá", "lãnh đạo UBND tỉnh", "cơ quan theo dõi", "quản trị hệ thống"],
            Enum.GetValues<Role>().Select(role => role.NameInSentence()));
        Assert.Equal(
            ["Đang chuẩn bị", "Đang thu phiếu", "Đang thẩm tra", "Đang lấy giải trình", "Đã trình UBND tỉnh", "Đã phê duyệt", "Đã công bố"],
            Enum.GetValues<PeriodState>().Select(state => state.Name()));
        Assert.Equal(
            ["Đang kê khai", "Chờ thủ trưởng duyệt", "Đã nộp", "Trả lại để bổ sung", "Đã thẩm tra"],
            Enum.GetValues<SubmissionState>().Select(state => state.Name()));
    }
}

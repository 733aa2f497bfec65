namespace ITScoring.Web.Features.Workbooks;

/// <summary>What taking a cell over would do.</summary>
public enum WorkbookChangeKind
{
    /// <summary>Không hợp lệ: cannot be taken.</summary>
    Invalid,

    /// <summary>Đã đổi trên web từ khi tải xuống: somebody would lose a value.</summary>
    ChangedOnWeb,

    /// <summary>Thay đổi.</summary>
    Changed,

    /// <summary>Mới: nothing stands there yet.</summary>
    New,
}

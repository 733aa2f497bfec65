using System.Text;
using CsCheck;
using ITScoring.Web.Input;

namespace ITScoring.Web.Tests.Input;

public sealed class TextTests
{
    [Fact]
    public void Decomposed_letters_are_stored_as_one() => Assert.Equal("Sở Tài chính", PlainText.Clean("Sở Tài chính".Normalize(NormalizationForm.FormD)));

    [Theory]
    [InlineData("a\u0000b", "ab")]
    [InlineData("a\u001bb\u0085c\u007f", "abc")]
    [InlineData("một\r\nhai\rba", "một\nhai\nba")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("  Số 12/QĐ  ", "Số 12/QĐ")]
    [InlineData("<b>&amp;", "<b>&amp;")]
    public void Text_is_kept_but_for_what_nobody_can_read(string typed, string stored) => Assert.Equal(stored, PlainText.Clean(typed));

    [Fact]
    public void Half_a_surrogate_pair_is_dropped_and_a_whole_one_kept() => Assert.Equal("x😀ệ", PlainText.Clean(new string(['\ud800', 'x', '\ud83d', '\ude00', 'e', '\u0323', '\u0302', '\udc00'])));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\u0000")]
    public void Blank_text_is_nothing(string? typed) => Assert.Null(PlainText.Clean(typed));

    [Fact]
    public void Cleaned_text_is_normal_and_cleaning_it_again_changes_nothing() =>
        Gen.String.Sample(typed =>
        {
            var clean = PlainText.Clean(typed);
            Assert.True(clean is null || (clean.IsNormalized() && clean.Length > 0));
            Assert.Equal(clean, PlainText.Clean(clean));
        });

    [Theory]
    [InlineData("Sở Tài chính", "so tai chinh")]
    [InlineData("ĐỒNG HỚI", "dong hoi")]
    [InlineData("Văn phòng  UBND\u00A0tỉnh ", "van phong ubnd tinh")]
    [InlineData("ươ Ư Ơ ă Â ê ô", "uo u o a a e o")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Folding_leaves_bare_small_letters(string? text, string folded) => Assert.Equal(folded, VietnameseSearch.Fold(text));

    [Theory]
    [InlineData("so tai chinh", true)]
    [InlineData("Sở TÀI", true)]
    [InlineData("chinh so", true)]
    [InlineData("stc", true)]
    [InlineData("tài chánh", false)]
    [InlineData("so nv", false)]
    [InlineData("", true)]
    [InlineData("   ", true)]
    public void A_search_finds_every_word_whatever_its_marks(string query, bool found) => Assert.Equal(found, VietnameseSearch.Matches(query, "STC", "Sở Tài chính", null));
}

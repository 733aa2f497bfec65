using ITScoring.Domain.Publications.Packages;

namespace ITScoring.Web.Features.Publications;

/// <summary>A file of a publication, without its content.</summary>
public sealed record PublicationFileRow(string Name, string MediaType, PackageKind Audience, int Bytes, string Sha256)
{
    public string Extension => Path.GetExtension(Name).TrimStart('.').ToUpperInvariant();

    /// <summary>What it is, for people.</summary>
    public string InWords => Name switch
    {
        "ranking.csv" => "Bảng xếp hạng, điểm theo nhóm và tiêu chí: một dòng mỗi cơ quan",
        "criteria.csv" => "Điểm từng tiêu chí: một dòng mỗi cơ quan và tiêu chí",
        "inputs.csv" => "Số liệu đưa vào từng tiêu chí",
        "dictionary.csv" => "Từ điển dữ liệu: ý nghĩa từng cột",
        "record.json" => "Bản ghi công khai: bộ tiêu chí, bảng điểm, xếp hạng",
        "result.xlsx" => "Sổ Excel: xếp hạng, tiêu chí, từ điển dữ liệu",
        "result.ods" => "Bảng tính OpenDocument, cùng nội dung với sổ Excel",
        PublicationMaker.PackageName => "Gói kết quả công khai, kiểm tra lại được",
        PublicationMaker.FullPackageName => "Gói kết quả đầy đủ: có câu trả lời để tính lại toàn bộ",
        _ => Name,
    };
}

using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace ITScoring.Web.Reports.Pdf;

/// <summary>Writes a PDF as usual and says in its catalogue in which language it is, so that it is read aloud rightly; the builder has no word for that.</summary>
internal sealed class LanguageWriter(string language) : ITokenWriter
{
    private readonly TokenWriter _writer = new();

    public bool WritingPageContents
    {
        get => _writer.WritingPageContents;
        set => _writer.WritingPageContents = value;
    }

    public void WriteToken(IToken token, Stream outputStream) => _writer.WriteToken(
        token is ObjectToken { Data: DictionaryToken dictionary } written && dictionary.TryGet(NameToken.Type, out NameToken type) && type.Data == NameToken.Catalog.Data
            ? new ObjectToken(written.Position, written.Number, dictionary.With("Lang", new StringToken(language)))
            : token,
        outputStream);

    public void WriteObject(long objectNumber, int generation, byte[] data, Stream outputStream) => _writer.WriteObject(objectNumber, generation, data, outputStream);

    public void WriteCrossReferenceTable(
        IReadOnlyDictionary<IndirectReference, long> objectOffsets, IndirectReference catalogToken, Stream outputStream, IndirectReference? documentInformationReference, long? startXref) =>
        _writer.WriteCrossReferenceTable(objectOffsets, catalogToken, outputStream, documentInformationReference, startXref);
}

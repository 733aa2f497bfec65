using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace ITScoring.Web.Reports.Pdf;

/// <summary>
/// Writes a PDF as usual and adds what the builder has no word for: in its catalogue the language, so that it is read aloud rightly, and before the name of a font, of
/// which only the letters used are in the file, the tag that says so (ISO 32000-1, 9.6.4).
/// </summary>
internal sealed class MendingWriter(string language) : ITokenWriter
{
    private readonly TokenWriter _writer = new();

    public bool WritingPageContents
    {
        get => _writer.WritingPageContents;
        set => _writer.WritingPageContents = value;
    }

    public void WriteToken(IToken token, Stream outputStream) => _writer.WriteToken(
        token is ObjectToken { Data: DictionaryToken dictionary } written ? new ObjectToken(written.Position, written.Number, Mended(dictionary, written.Number.ObjectNumber)) : token,
        outputStream);

    public void WriteObject(long objectNumber, int generation, byte[] data, Stream outputStream) => _writer.WriteObject(objectNumber, generation, data, outputStream);

    public void WriteCrossReferenceTable(
        IReadOnlyDictionary<IndirectReference, long> objectOffsets, IndirectReference catalogToken, Stream outputStream, IndirectReference? documentInformationReference, long? startXref) =>
        _writer.WriteCrossReferenceTable(objectOffsets, catalogToken, outputStream, documentInformationReference, startXref);

    private DictionaryToken Mended(DictionaryToken dictionary, long number)
    {
        if (!dictionary.TryGet(NameToken.Type, out NameToken type))
            return dictionary;
        if (type.Data == NameToken.Catalog.Data)
            return dictionary.With("Lang", new StringToken(language));
        if (type.Data == NameToken.FontDescriptor.Data && dictionary.TryGet(NameToken.FontName, out NameToken name))
            return dictionary.With(NameToken.FontName, Tagged(name, number));
        return type.Data == NameToken.Font.Data && dictionary.TryGet(NameToken.BaseFont, out NameToken font) && dictionary.TryGet(NameToken.FontDescriptor, out IndirectReferenceToken descriptor)
            ? dictionary.With(NameToken.BaseFont, Tagged(font, descriptor.Data.ObjectNumber))
            : dictionary;
    }

    /// <summary>Six letters that are another for each subset in the file: the number of its descriptor.</summary>
    private static NameToken Tagged(NameToken font, long descriptor)
    {
        var tag = new char[6];
        for (var i = tag.Length - 1; i >= 0; i--, descriptor /= 26)
            tag[i] = (char)('A' + (descriptor % 26));
        return NameToken.Create($"{new string(tag)}+{font.Data}");
    }
}

using System.Text;

namespace ITScoring.Benchmarks.Load;

/// <summary>One answer as the script of the section page posts it while somebody types.</summary>
internal sealed class AnswerForm(ChangingNumber number, string token)
{
    public string Question => number.Question;

    /// <summary>Version of the answer once every post so far is stored.</summary>
    public int Version => number.Version;

    /// <summary>The number of the last post.</summary>
    public long Value => number.Value;

    /// <summary>The same answer after a reload: as it is stored now.</summary>
    public AnswerForm Reloaded(long value, int version) => new(number.Reloaded(value, version), token);

    /// <summary>The next post: another number than before.</summary>
    public byte[] Next(string questions, string cookies)
    {
        var body = new StringBuilder();
        number.AddTo(body);
        PostBody.Add(body, "__RequestVerificationToken", token);
        return PostBody.Request($"{questions}/{number.Question}/answer", cookies, body, "X-Requested-With: XMLHttpRequest\r\n");
    }
}

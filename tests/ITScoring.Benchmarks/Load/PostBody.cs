using System.Net;
using System.Text;

namespace ITScoring.Benchmarks.Load;

/// <summary>Fields as a form sends them.</summary>
internal static class PostBody
{
    public static void Add(StringBuilder body, string name, string value)
    {
        if (body.Length > 0)
            body.Append('&');
        body.Append(WebUtility.UrlEncode(name)).Append('=').Append(WebUtility.UrlEncode(value));
    }

    public static byte[] Request(string path, string cookies, StringBuilder body, string more = "") => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\n{more}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}");
}

using System.Text;

namespace Personio.Benchmarks.Bare;

/// <summary>The progress of a walk over a list.</summary>
internal readonly record struct Distance(int Pages, long Bytes);

/// <summary>Walks the pages of a list without parsing them, to measure the time of server and network.</summary>
internal static class Walk
{
    // The link to the next page follows the rows, near the end of the response.
    private const int Tail = 2048;

    public static async Task<Distance> OverAsync(BareApi api, string address)
    {
        (int pages, long bytes) = (0, 0);
        for (string? next = address; next is not null; pages++)
        {
            byte[] body = await api.GetAsync(next);
            bytes += body.Length;
            next = NextLink(body);
        }

        return new Distance(pages, bytes);
    }

    private static string? NextLink(byte[] body)
    {
        const string Opening = "\"next\":{\"href\":\"";
        string tail = Encoding.UTF8.GetString(body.AsSpan(Math.Max(0, body.Length - Tail)));
        int start = tail.LastIndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        return start < Opening.Length ? null : tail[start..tail.IndexOf('"', start)];
    }
}

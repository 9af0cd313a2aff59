using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.PingOne.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>Splits a list into pages with HAL links.</summary>
internal static class HalPage
{
    private const int Maximum = 1000;

    // The key is per process, so cursors of another process are invalid and cursors cannot be forged.
    private static readonly byte[] s_key = RandomNumberGenerator.GetBytes(16);

    /// <summary>Returns the requested page of a list; only the rows on it are rendered.</summary>
    public static HttpResponse Create<T>(PingOneCall call, string name, IReadOnlyList<T> rows, Func<T, object> show)
    {
        string? limit = call.Query("limit");
        int wanted = limit is null ? Maximum : Limit(limit);
        int size = Math.Min(wanted, call.Options.PageCap);
        int start = Position(call);
        int end = call.Options.ListEndsAfter > 0 ? Math.Min(rows.Count, call.Options.ListEndsAfter) : rows.Count;
        object[] page = [.. rows.Skip(start).Take(Math.Max(0, Math.Min(size, end - start))).Select(show)];
        string self = $"{call.Context.ApiOrigin}{call.Request.Target}";
        int next = start + page.Length;
        var links = new HalLinks
        {
            Self = new Link(self),
            Next = next < end ? new Link(NextOf(call, self, next)) : null,
        };
        return PingOneJson.Response(new HalPageResponse(links, new Dictionary<string, object[]> { [name] = page })
        {
            Count = call.Options.Counts ? rows.Count : null,
            Size = call.Options.Counts ? page.Length : null,
            Hint = call.Options.ExtraMembers ? new PageHint("https://docs.example.org") : null,
        });
    }

    private static string NextOf(PingOneCall call, string self, int position)
    {
        if (call.Options.WrongNextLink == "loop")
        {
            return self;
        }

        string kept = string.Join('&', call.Request.QueryText.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !pair.StartsWith("cursor=", StringComparison.Ordinal)));
        string origin = call.Options.WrongNextLink ?? call.Context.ApiOrigin;
        string cursor = Cursor(call, position);
        return $"{origin}{call.Request.RawPath}?{kept}{(kept.Length > 0 ? "&" : "")}cursor={cursor}";
    }

    private static int Limit(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit)
            && limit is >= 1 and <= Maximum
            ? limit
            : throw PingOneProblem.InvalidRequest(
                "OUT_OF_RANGE", "limit", $"must be between 1 and {Maximum}",
                new InnerError { RangeMinimumValue = 1, RangeMaximumValue = Maximum });

    private static int Position(PingOneCall call)
    {
        if (call.Query("cursor") is not { } cursor)
        {
            return 0;
        }

        string[] parts = cursor.Split('-', 2);
        return int.TryParse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int position)
            && position >= 0 && cursor == Cursor(call, position)
                ? position
                : throw PingOneProblem.InvalidRequest("INVALID_PARAMETER", "cursor", "The cursor is invalid.");
    }

    /// <summary>A position, signed together with the path, filter, and limit that it belongs to.</summary>
    private static string Cursor(PingOneCall call, int position)
    {
        string place = position.ToString("x8", CultureInfo.InvariantCulture);
        string bound = string.Join('\n', place, call.Request.Path, call.Query("filter"), call.Query("limit"));
        byte[] seal = HMACSHA256.HashData(s_key, Encoding.UTF8.GetBytes(bound));
        return $"{place}-{Convert.ToHexString(seal.AsSpan(0, 12))}";
    }
}

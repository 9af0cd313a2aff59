using System.Net;
using Personio.Client.Tests.Support;

namespace Personio.Client.Tests.Hostile;

/// <summary>
/// An id cannot reach another endpoint: tested for all rows of the map, on a bare server that sees what is sent over
/// the wire.
/// </summary>
public sealed class PathTests
{
    private static readonly string[] s_ids =
    [
        "4711", "a/b", "/", "//", "\\", "..", ".", "...", "../auth/token", "..\\auth", "%2e%2e", "%2F", "%252F..%252F",
        ".%2e", "1;x=2",
        "1?x=2", "1#x", "1&x=2", "1=2", "1,2", " ", " 1 ", "1\n2", "1\r\nX-Evil: 1", "1\0", "\t", "\"", "'", "<1>",
        "{id}", "{", "}",
        "|", "^", "`", "~", "@evil.example", ":80", "//evil.example", "http://evil.example", "ü", "\u202E1", "\u200B",
        "\uFEFF",
        "契", "🖋", "\uD83D", "\uFF0F", "\u2215", "\u2024\u2024", "\uFF0E\uFF0E", "1 HTTP/1.1", "*", "+", "%", "%zz",
        "%00", "%0d%0a",
        "\u0085", "\u2028", "e\u0301", "attributes", "types",
    ];

    private static readonly Endpoint[] s_rows =
        [.. Endpoints.All.Where(row => row.Path.Contains('{', StringComparison.Ordinal))];

    [Fact]
    public async Task An_id_stays_in_its_segment_or_is_refused_before_anything_is_sent()
    {
        await using var server = new LoopbackServer(ServeAsync);
        using TestSession scene = await server.OpenAsync();
        var asked = new List<(Endpoint Row, string Id)>();
        server.Requests.Clear();
        foreach (Endpoint row in s_rows)
        {
            foreach (string id in s_ids)
            {
                if (await IsSentAsync(scene, row, id))
                {
                    asked.Add((row, id));
                }
            }
        }

        string[] lines =
        [
            .. server.Requests.Select(request => request.Split("\r\n")[0]).Where(line => line.Length > 0),
        ];
        Assert.Equal(asked.Count, lines.Length);
        Assert.InRange(asked.Count, s_rows.Length * 30, s_rows.Length * s_ids.Length);
        Assert.All(asked.Zip(lines), pair => AssertPlace(pair.First.Row, pair.First.Id, pair.Second));
    }

    [Fact]
    public void Ids_of_any_characters_stay_in_their_segment_or_are_refused()
    {
        var dice = new Random(20260601);
        for (int i = 0; i < 2_000; i++)
        {
            Endpoint row = s_rows[dice.Next(s_rows.Length)];
            string id = string.Concat(Enumerable.Range(0, dice.Next(1, 12)).Select(_ => Sign(dice)));
            if (ApiRequest.RefusalOf(id) is null)
            {
                ApiRequest request = row.For([.. Enumerable.Repeat(id, row.Path.Count(c => c == '{'))]);
                var sent = new Uri(new Uri("https://api.personio.de/"), request.PathAndQuery);
                AssertPlace(row, id, $"{row.Method} {sent.PathAndQuery} HTTP/1.1");
            }
        }
    }

    [Fact]
    public async Task A_query_value_stays_one_value_and_adds_no_header()
    {
        await using var server = new LoopbackServer(ServeAsync);
        using TestSession scene = await server.OpenAsync();
        server.Requests.Clear();
        string[] values = [.. s_ids.Where(id => !id.Contains(',', StringComparison.Ordinal))];
        foreach (string value in values)
        {
            await scene.Client.SendAsync(Endpoints.GetPerson.For("1").With("email", value).With("end", "1"));
        }

        string[] heads = [.. server.Requests.Where(request => request.Length > 0)];
        Assert.Equal(values.Length, heads.Length);
        Assert.All(values.Zip(heads), pair =>
        {
            string line = pair.Second.Split("\r\n")[0];
            string query = line.Split(' ')[1].Split('?', 2)[1];
            Assert.Equal(3, line.Split(' ').Length);
            Assert.Equal(["email", "end"], query.Split('&').Select(part => part.Split('=')[0]));
            Assert.Equal(Whole(pair.First), WebUtility.UrlDecode(query.Split('&')[0].Split('=', 2)[1]));
            Assert.DoesNotContain(
                "X-Evil", string.Join('\n', pair.Second.Split("\r\n").Skip(1)), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_value_that_makes_a_URL_too_long_is_refused_with_an_explanation()
    {
        using TestSession scene = await TestSession.OpenAsync();

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.SendAsync(Endpoints.GetPerson.For(new string('x', 8_000))));

        Assert.Equal(ErrorKind.InvalidRequest, fault.Kind);
        Assert.Contains(
            "GET /v2/persons/{id} would have an address of 8012 characters", fault.Message, StringComparison.Ordinal);
        Assert.Empty(scene.Network.Calls);
    }

    private static async Task<bool> IsSentAsync(TestSession scene, Endpoint row, string id)
    {
        try
        {
            await scene.Client.SendAsync(row.For([.. Enumerable.Repeat(id, row.Path.Count(c => c == '{'))]));
            return true;
        }
        catch (PersonioException fault)
        {
            Assert.Equal(ErrorKind.InvalidRequest, fault.Kind);
            return false;
        }
    }

    private static void AssertPlace(Endpoint row, string id, string line)
    {
        string[] words = line.Split(' ');
        string[] template = row.Path.Split('/');
        string[] path = words[1].Split('/');
        Assert.True(
            words.Length == 3 && words[0] == row.Method.Method && path.Length == template.Length
            && template.Zip(path).All(pair => pair.First.StartsWith('{')
                ? Uri.UnescapeDataString(pair.Second) == Whole(id)
                && !pair.Second.Any(c => c is '?' or '#' or ' ' || c > '~')
                : pair.First == pair.Second),
            $"'{id}' in {row} became {line}");
    }

    // A lone surrogate cannot be sent; the runtime replaces it with U+FFFD.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

    private static string Sign(Random dice) => dice.Next(3) switch
    {
        0 => s_ids[dice.Next(s_ids.Length)],
        1 => ((char)dice.Next(0x20, 0x7F)).ToString(),
        _ => ((char)dice.Next(0, 0x10000)).ToString(),
    };

    private static async Task ServeAsync(LoopbackConnection connection)
    {
        while (await connection.TryReadRequestAsync())
        {
            await connection.SendAsync(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                + "x-ratelimit-replenish-rate: 9999\r\nx-ratelimit-burst-capacity: 9999\r\n"
                + "x-ratelimit-remaining: 9999\r\n\r\n{}");
        }
    }
}

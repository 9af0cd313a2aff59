using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Hostile;

/// <summary>
/// Ten thousand malformed responses. Each must produce rows or a PersonioException, within a second
/// and 50 MB.
/// </summary>
[Collection(Alone.Name)]
public sealed class AnswerFuzzTests
{
    private static readonly string[] s_attributeTypes =
        ["\"date\"", "\"int\"", "\"double\"", "\"boolean\"", "\"string\"", "\"string_list\"", "\"new\""];

    private static readonly string[] s_types =
    [
        "application/json", "application/json", "application/json", "application/json",
        "application/json; charset=utf-16",
        "text/html", "application/octet-stream", "garbage;;;", "application/json; charset=\"\\\"", "",
    ];

    private static readonly string[] s_dispositions =
    [
        "attachment; filename=\"x.pdf\"", "attachment; filename=x.pdf; filename*=UTF-8''%e2%82%ac.pdf",
        "attachment; filename*=UTF-7''%2BAFw-.pdf", "attachment; filename*=utf-16''%ff%fe", "attachment; filename*=x",
        "attachment; filename*=''", "attachment; filename*=UTF-8''%", "attachment; filename=\"=?utf-7?B?K0FGdy0?=\"",
        "attachment; filename=\"=?utf-8?Q?=\"", "attachment; filename=\"=?x?B?AA==?=\"",
        "attachment; filename=\"..\\..\\x\"",
        "attachment; filename=\"\\\"\"", "attachment; filename=", "attachment;;;", "", ";", "filename",
        "inline; size=1e999",
        "attachment; filename=\"=?us-ascii?B?!!!!?=\"", "attachment; filename*=utf-32''%00%00",
        "attachment; filename=\"=?UTF-7?B?K0FGdy0=?=\"",
    ];

    private static readonly string[] s_waits =
    [
        "0", "1", "-1", "1.5", "99999999999", "2147483647", "Wed, 21 Oct 2015 07:28:00 GMT",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "Mon, 01 Jan 0001 00:00:00 GMT", "soon", "", "1, 2", "\u00A01", "Sat, 30 Feb 2026 00:00:00 GMT", "1e3", "0x10",
    ];

    private static readonly string[] s_numbers =
    [
        "0", "1", "10", "-1", "0.5", "0.0000000000000000000000000001", "1e5", "NaN", "Infinity",
        "99999999999999999999999",
        new string('9', 400), "0." + new string('0', 400) + "1", "", "ten", "1,5", " 7 ", "7;8",
        "179769313486231570000000000000",
    ];

    [Fact]
    public Task Rows_of_every_model() => Fuzz.RunAsync("rows", 260, dice =>
    {
        Type model = Any(dice, Samples.Models);
        int version = dice.Next(5) == 0 ? 1 : 2;
        byte[] body = new Mutation(dice).Of(Samples.Page(Samples.Full(model), version));
        return version == 1
            ? Case(body, dice, Endpoints.ListAttributes.Path, CallOf(nameof(ListOneAsync), model))
            : Case(body, dice, Endpoints.ListPersons.Path, CallOf(nameof(ListAsync), model));
    });

    [Fact]
    public Task One_object_of_every_model() => Fuzz.RunAsync("objects", 160, dice =>
    {
        Type model = Any(dice, Samples.Models);
        return Case(new Mutation(dice).Of(Samples.Full(model)), dice, "/v2/persons/1", CallOf(nameof(GetAsync), model));
    });

    [Fact]
    public Task Custom_attributes() => Fuzz.RunAsync("custom", 60, dice =>
    {
        JsonPiece attributes = JsonPiece.Array([.. Enumerable.Range(0, 4).Select(_ => JsonPiece.Object(
            ("id", JsonPiece.Scalar("\"dynamic_1\"")),
            ("type", JsonPiece.Scalar(Any(dice, s_attributeTypes))),
            ("value", JsonPiece.Scalar(new Mutation(dice).Scalar()))))]);
        byte[] body = new Mutation(dice)
            .Of(JsonPiece.Object(("id", JsonPiece.Scalar("\"1\"")), ("custom_attributes", attributes)));
        return Case(body, dice, "/v2/persons/1", GetAsync<Person>);
    });

    [Fact]
    public Task Windows_of_days() => Fuzz.RunAsync("windows", 60, dice =>
        Case(
            new Mutation(dice).Of(Samples.Page(Samples.Full(typeof(AbsencePeriod)), 2)), dice, "/v2/absence-periods",
            DaysAsync));

    [Fact]
    public Task Reports() => Fuzz.RunAsync("reports", 130, dice =>
        Case(new Mutation(dice).Of(Samples.Report), dice, "/v2/reports/1", ReportAsync));

    [Fact]
    public Task Refusals_of_every_shape() => Fuzz.RunAsync("errors", 110, dice =>
    {
        byte[] body = new Mutation(dice).Of(Any(dice, Samples.Errors));
        Endpoint row = Any(
            dice, Endpoints.All.Where(row => !row.Path.StartsWith("/v2/auth", StringComparison.Ordinal)).ToArray());
        ApiRequest request = row.For([.. Enumerable.Repeat("1", row.Path.Count(c => c == '{'))]);
        int status = Any(
            dice, [200, 300, 301, 304, 400, 401, 403, 404, 408, 409, 412, 418, 422, 429, 500, 502, 503, 599]);
        return Case(body, dice, request.Path, async scene =>
        {
            await scene.Client.SendAsync(request);
            await scene.Client.InvokeAsync(request);
        }, status);
    });

    [Fact]
    public Task Answers_to_a_request_for_a_token() => Fuzz.RunAsync("tokens", 100, dice =>
    {
        byte[] body = new Mutation(dice).Of(dice.Next(4) == 0 ? Any(dice, Samples.Errors) : Samples.Token);
        int status = Any(dice, [200, 200, 200, 201, 302, 400, 401, 403, 404, 429, 500]);
        string type = Any(dice, s_types);
        return new HostileCase(body, async () =>
        {
            StubNetwork network = new StubNetwork().Always("POST /v2/auth/token", _ => Of(status, body, type))
                .Always("GET /v2/persons/1", _ => Answer.Json("""{"id":"1"}"""));
            using TestSession scene = await TestSession.OpenAsync(
                options => options with { MaxRetry = 0 }, network: network);
            Look.At(scene.Session);
            await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));
        });
    });

    [Fact]
    public Task Unmodeled_members() => Fuzz.RunAsync("any", 60, dice =>
    {
        int version = dice.Next(1, 3);
        return Case(new Mutation(dice).Of(Samples.Anything), dice, $"/v{version}/any", async scene =>
        {
            RawResponse answer = await scene.Client.InvokeAsync(
                FreeRequest.Create(HttpMethod.Get, $"/v{version}/any", scene.Session.BaseUri));
            _ = (answer.IsJson, answer.Text.Length);
            Look.At(answer.Read().Value);
        });
    });

    [Fact]
    public Task Links_to_the_next_page() => Fuzz.RunAsync("links", 30, dice =>
    {
        string link = Any(dice,
        [
            "https://api.personio.de/v2/persons?cursor=", "/v2/persons?cursor=", "?cursor=", "", "//", "http://",
            "https://api.personio.de:443/?",
        ]) + Any(dice,
        [
            "c2", "%", "%zz", "\\u0000", "\\r\\nX: 1", "\\ud83d", new string('x', dice.Next(1, 200_000)), "#",
            "&limit=1", "\u00FC", "a/../b",
            new string('/', 3_000), "@evil.example/?x", "[::1]/?x",
        ]);
        return Case(
            Encoding.UTF8.GetBytes(
                "{\"_data\":[{\"id\":\"1\"}],\"_meta\":{\"links\":{\"next\":{\"href\":\"" + link + "\"}}}}"),
            dice,
            "/v2/persons",
            ListAsync<Person>);
    });

    [Fact]
    public Task Headers_of_waits_and_buckets() => Fuzz.RunAsync("headers", 15, dice =>
    {
        (string, string)[] headers =
        [
            ("Retry-After", Any(dice, s_waits)), ("Date", Any(dice, s_waits)),
            ("x-ratelimit-replenish-rate", Any(dice, s_numbers)), ("x-ratelimit-burst-capacity", Any(dice, s_numbers)),
            ("x-ratelimit-remaining", Any(dice, s_numbers)), ("x-ratelimit-requested-tokens", Any(dice, s_numbers)),
        ];
        (string, string)[] some = [.. headers.Where(_ => dice.Next(3) > 0)];
        int status = Any(dice, [200, 429, 429, 503]);
        return Case("""{"id":"1"}"""u8.ToArray(), dice, "/v2/persons/1", GetAsync<Person>, status, some, maxRetry: 2);
    });

    [Fact]
    public Task Names_of_downloads() => Fuzz.RunAsync("downloads", 15, dice =>
    {
        string disposition = Any(dice, s_dispositions) + (dice.Next(3) == 0 ? "; filename*=" + Any(dice, s_types) : "");
        return Case([1, 2, 3], dice, "/v2/document-management/documents/1/download", async scene =>
        {
            using var target = new MemoryStream();
            FileDownload file = await scene.Client.Files.DownloadAsync(Endpoints.DownloadDocument.For("1"), target);
            Assert.DoesNotContain('/', SafeFileName.Create(file.FileName, "x"));
        }, 200, [("Content-Disposition", disposition)]);
    });

    private static T Any<T>(Random dice, IReadOnlyList<T> of) => of[dice.Next(of.Count)];

    private static HostileCase Case(
        byte[] body, Random dice, string path, Func<TestSession, Task> call, int status = 200,
        (string Name, string Value)[]? headers = null, int maxRetry = 0)
    {
        string type = Any(dice, s_types);
        HostileCase one = null!;
        return one = new HostileCase(body, async () =>
        {
            using TestSession scene = await TestSession.OpenAsync(options => options with { MaxRetry = maxRetry });
            foreach (string method in (string[])["GET", "POST", "PATCH", "DELETE"])
            {
                scene.Network.Always($"{method} {path}", _ => Of(status, body, type, headers));
            }

            try
            {
                await call(scene);
            }
            finally
            {
                one.Served = scene.Network.Calls.Count;
            }
        });
    }

    private static HttpResponseMessage Of(int status, byte[] body, string type, (string, string)[]? headers = null)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        if (type.Length > 0)
        {
            answer.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach ((string name, string value) in headers ?? [])
        {
            _ = answer.Headers.TryAddWithoutValidation(name, value)
                || answer.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    }

    private static Func<TestSession, Task> CallOf(string name, Type model) => typeof(AnswerFuzzTests)
        .GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static, [typeof(TestSession)])!.MakeGenericMethod(model)
        .CreateDelegate<Func<TestSession, Task>>();

    private static Task ListAsync<T>(TestSession scene) => ListAsync<T>(scene, Endpoints.ListPersons);

    private static Task ListOneAsync<T>(TestSession scene) => ListAsync<T>(scene, Endpoints.ListAttributes);

    private static async Task ListAsync<T>(TestSession scene, Endpoint listing)
    {
        await foreach (T row in scene.Client.ListAsync<T>(listing.For(), 2_000))
        {
            Look.At(row);
        }
    }

    private static async Task GetAsync<T>(TestSession scene) =>
        Look.At(await scene.Client.GetAsync<T>(Endpoints.GetPerson.For("1")));

    private static async Task ReportAsync(TestSession scene)
    {
        await foreach (ReportRow row in scene.Client.ListReportRowsAsync("1"))
        {
            Look.At(row);
        }
    }

    private static async Task DaysAsync(TestSession scene)
    {
        var query = new WindowedQuery<AbsencePeriod>
        {
            From = new DateTime(2026, 1, 1),
            To = new DateTime(2026, 1, 31),
            Request = _ => Endpoints.ListAbsencePeriods.For(),
            DayOf = row => row.StartDate,
        };
        await foreach (AbsencePeriod row in scene.Client.ListDaysAsync(query))
        {
            Look.At(row);
        }
    }
}

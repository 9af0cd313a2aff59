using System.Text;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Hostile;

/// <summary>A server that repeats secret and token wherever its text may be shown.</summary>
public sealed class RepeatedSecretTests
{
    private const string Token = "papi-token-that-nobody-may-see";

    private static readonly string[] s_secrets = [TestSession.Secret, Token];

    // The socket servers issue their own token.
    private static readonly string[] s_secretsOfSockets = [TestSession.Secret, "papi-token-1"];

    public static TheoryData<string> HeadLines => new()
    {
        "{0}\r\n\r\n",
        "HTTP/1.1 {0}\r\n\r\n",
        "HTTP/{0} 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\n{0}\r\n\r\n",
        "HTTP/1.1 200 OK\r\n{0} : x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: {0}\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{0}\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: {0}\r\n\r\n",
        "HTTP/1.1 500 {0}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    };

    public static TheoryData<string> Bodies => new()
    {
        """{{"id":"1","created_at":"{0}"}}""",
        """{{"id":"1","created_at":"1 {0}"}}""",
        """{{"id":"1","custom_attributes":"{0}"}}""",
        """{{"id":{{"{0}":1}}}}""",
        """{{"id":"1","created_at":{{"{0}":"x"}}}}""",
        """[{{"{0}":1}}]""",
        "{0}",
        "\"{0}\"",
        """{{"id":"1",{0}}}""",
    };

    [Theory]
    [MemberData(nameof(HeadLines))]
    public async Task No_header_line_exposes_a_repeated_secret(string head)
    {
        foreach (string secret in s_secretsOfSockets)
        {
            var log = new RecordingLog();
            await using var server = new LoopbackServer(
                [.. Enumerable.Repeat<ConnectionScript>(connection => AnswerAsync(connection, head, secret), 3)]);
            using TestSession scene = await OpenAsync(server);

            PersonioException? fault = await Record.ExceptionAsync(() => new PersonioClient(scene.Session, log)
                .GetAsync<Person>(Endpoints.GetPerson.For("1"))) as PersonioException;

            AssertClean(fault, log);
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task No_unreadable_body_exposes_a_repeated_secret(string body)
    {
        foreach (string secret in s_secrets)
        {
            using TestSession scene = await OpenAsync();
            scene.Network.Always("GET /v2/persons/1", _ => Answer.Json(Filled(body, secret)))
                .Always("GET /v2/persons", _ => Answer.Page([Filled(body, secret)]));

            Exception? one = await Record.ExceptionAsync(
                () => scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1")));
            Exception? list = await Record.ExceptionAsync(
                () => scene.Client.ListAllAsync<Person>(Endpoints.ListPersons.For()));

            AssertClean(one, scene.Log);
            AssertClean(list, scene.Log);
        }
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(500)]
    public async Task No_refusal_exposes_a_repeated_secret_however_it_is_encoded(int status)
    {
        foreach (string secret in s_secrets.SelectMany(Spellings))
        {
            using TestSession scene = await OpenAsync(options => options with { MaxRetry = 0 });
            scene.Network.Always("GET /v2/persons/1", _ => Answer.Problem(status, $"At {secret}.", $"For {secret}."))
                .Always("POST /v2/auth/token", _ => Answer.Token(Token));

            PersonioException fault = await Refusal.OfAsync(
                () => scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1")));

            AssertClean(fault, scene.Log);
            Assert.Contains("***", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_scope_and_no_duplicate_id_exposes_a_repeated_secret()
    {
        foreach (string secret in s_secrets)
        {
            using TestSession scene = await OpenAsync(scope: $"personio:persons:read {secret}");
            scene.Network.On(
                "GET /v2/persons", Answer.Page([$$"""{"id":"{{secret}}"}""", $$"""{"id":"{{secret}}"}"""]));

            await scene.Client.ListAllAsync<Person>(Endpoints.ListPersons.For());

            Assert.Contains(scene.Log.VerboseLines, line => line.Contains("came twice", StringComparison.Ordinal));
            AssertClean(null, scene.Log);
            Assert.Equal(["personio:persons:read", "***"], scene.Session.Scopes);
        }
    }

    [Theory]
    [InlineData("""{"auth_type":"TOKEN","token":"hook-secret-of-tests"}""")]
    [InlineData("""{"custom_headers":{"X-Key":"hook-secret-of-tests"}}""")]
    public async Task Webhook_secrets_are_hidden_when_the_server_repeats_them(string body)
    {
        using TestSession scene = await OpenAsync();
        scene.Network.On("POST /v2/webhooks", Answer.Problem(400, "Bad request", "No 'hook-secret-of-tests' here."));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.SendAsync(Endpoints.CreateWebhook.For().WithBody(new JsonText(body))));

        Assert.Contains("No '***' here.", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hook-secret", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cause_of_an_error_is_not_the_exception_of_the_runtime()
    {
        await using var server = new LoopbackServer(
            [.. Enumerable.Repeat<ConnectionScript>(connection => AnswerAsync(connection, "{0}\r\n\r\n", "odd"), 3)]);
        using TestSession scene = await OpenAsync(server);

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1")));

        for (Exception? cause = fault.InnerException; cause is not null; cause = cause.InnerException)
        {
            Assert.IsType<CauseException>(cause);
        }

        Assert.Contains("System.Net.Http.HttpRequestException: ", fault.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Spellings(string secret)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(secret);
        return
        [
            secret, Uri.EscapeDataString(secret), string.Concat(bytes.Select(b => $"%{b:x2}")),
            string.Concat(bytes.Select(b => $"&#{b};")), Convert.ToBase64String(bytes), Convert.ToHexString(bytes),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"papi-id:{secret}")), secret[..(secret.Length / 2)] + "…",
        ];
    }

    private static string Filled(string form, string secret) =>
        form.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)
            .Replace("{0}", secret, StringComparison.Ordinal);

    private static async Task AnswerAsync(LoopbackConnection connection, string head, string secret)
    {
        await connection.ReadRequestAsync();
        await connection.SendAsync(Filled(head, secret));
    }

    private static Task<TestSession> OpenAsync(
        Func<SessionOptions, SessionOptions>? change = null,
        string scope = "personio:persons:read") => TestSession.OpenAsync(
        change, network: new StubNetwork().Always(
            "POST /v2/auth/token", _ => Answer.Token(Token, $", \"expires_in\": 86400, \"scope\": \"{scope}\"")));

    private static Task<TestSession> OpenAsync(LoopbackServer server) =>
        server.OpenAsync(new ManualTime());

    private static void AssertClean(Exception? fault, RecordingLog log)
    {
        string shown = $"{fault}\n{log.Everything}";
        foreach (string secret in s_secrets.Concat(s_secretsOfSockets))
        {
            for (int at = 0; at + 9 <= secret.Length; at++)
            {
                Assert.DoesNotContain(secret.Substring(at, 9), shown, StringComparison.OrdinalIgnoreCase);
            }
        }
    }
}

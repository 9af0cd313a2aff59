using System.Net;
using Personio.Client.Tests.Hostile;
using Personio.Models;

namespace Personio.PingOne.Tests.Hostile;

/// <summary>
/// A thousand malformed responses, derived from those of the sandbox. Each must produce rows or a
/// PersonioException, within a second and 50 MB, like the tests for Personio with the same random numbers.
/// </summary>
[Collection(Alone.Name)]
public sealed class AnswerFuzzTests : IDisposable
{
    private static readonly string[] s_types =
    [
        "application/hal+json", "application/hal+json", "application/hal+json", "application/json; charset=utf-16",
        "text/html",
        "application/octet-stream", "garbage;;;", "",
    ];

    private static readonly HttpStatusCode[] s_refusals =
    [
        HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound,
        HttpStatusCode.Conflict, HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError,
        HttpStatusCode.BadGateway,
    ];

    private readonly Connection _connection = new(persons: 8);

    public void Dispose() => _connection.Dispose();

    [Fact]
    public Task Pages_of_users() => PlayAsync("pingone-users", 25, "/users", async client =>
    {
        await foreach (PingOneUser user in client.ListUsersAsync(first: 2_000))
        {
            Look.At(user);
        }
    });

    [Fact]
    public Task One_user() => PlayAsync("pingone-user", 20, UserPath, async client =>
    {
        Look.At(await client.GetUserAsync(UserId));
        await client.GetUserStateAsync(UserId);
    });

    [Fact]
    public Task Populations() => PlayAsync(
        "pingone-populations", 10, "/populations", async client => Look.At(await client.GetPopulationsAsync()));

    [Fact]
    public Task The_schema() => PlayAsync(
        "pingone-schema", 15, "/attributes", async client => Look.At(await client.GetAttributesAsync()));

    [Fact]
    public Task Messages_of_a_writer() => PlayAsync("pingone-written", 15, UserPath, async client =>
    {
        var title = new Dictionary<string, object?> { ["title"] = "Planner" };
        Look.At((await client.UpdateUserAsync(UserId, title)).User);
    });

    [Fact]
    public Task Refusals_of_every_shape() => PlayAsync("pingone-refusals", 15, UserPath, async client =>
    {
        Look.At(await client.GetUserAsync(UserId));
    }, s_refusals);

    [Fact]
    public Task Answers_to_a_request_for_a_token() =>
        PlayAsync("pingone-token", 10, "/as/token", client => client.GetUserAsync(UserId));

    private string UserId => _connection.Directory.UserIds[0];

    private string UserPath => $"/users/{UserId}";

    private async Task PlayAsync(
        string target, int share, string path, Func<PingOneClient, Task> call, HttpStatusCode[]? statuses = null)
    {
        var heard = new Interference(path);
        await RunAsync(heard, call);
        JsonPiece good = JsonPiece.Parse(heard.Body
            ?? throw new InvalidOperationException($"Nothing asks for a path that ends with {path}."));
        await Fuzz.RunAsync(target, share, dice =>
        {
            byte[] body = new Mutation(dice).Of(good.Copy());
            var answer = new Interference(path)
            {
                Bytes = body,
                ContentType = s_types[dice.Next(s_types.Length)],
                Status = statuses?[dice.Next(statuses.Length)] ?? HttpStatusCode.OK,
            };
            return new HostileCase(body, () => RunAsync(answer, call));
        });
    }

    private async Task RunAsync(Interference network, Func<PingOneClient, Task> call)
    {
        (PingOneSession session, PingOneClient client) = await _connection.OpenAsync(
            options => options with { Network = network });
        using PingOneSession open = session;
        Look.At(session);
        await call(client);
    }

    /// <summary>Forwards to the sandbox, but returns its own response for one path.</summary>
    private sealed class Interference(string path) : DelegatingHandler(new SocketsHttpHandler())
    {
        /// <summary>The sandbox's response for the path; null if it was not requested.</summary>
        public string? Body { get; private set; }

        /// <summary>The response to return instead; null for the sandbox's own response.</summary>
        public byte[]? Bytes { get; init; }

        public string ContentType { get; init; } = "";

        public HttpStatusCode Status { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            if (!request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.Ordinal))
            {
                return answer;
            }

            Body ??= await answer.Content.ReadAsStringAsync(cancellationToken);
            if (Bytes is null)
            {
                return new HttpResponseMessage(answer.StatusCode)
                {
                    Content = new StringContent(Body, null, "application/hal+json"),
                    RequestMessage = request,
                };
            }

            var other = new HttpResponseMessage(Status)
            {
                Content = new ByteArrayContent(Bytes), RequestMessage = request,
            };
            if (ContentType.Length > 0)
            {
                other.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            }

            return other;
        }
    }
}

namespace Personio.Client.Tests.Support;

/// <summary>Catches the client's exception.</summary>
internal static class Refusal
{
    public static Task<PersonioException> OfAsync(Func<Task> call) => Assert.ThrowsAsync<PersonioException>(call);

    /// <summary>The error of a read with this response, without retries.</summary>
    public static async Task<PersonioException> OfGetAsync(HttpResponseMessage answer)
    {
        using TestSession scene = await TestSession.OpenAsync(options => options with { MaxRetry = 0 });
        scene.Network.On("GET /v2/persons/1", answer);
        return await OfAsync(() => scene.Client.GetAsync<Personio.Models.Person>(Endpoints.GetPerson.For("1")));
    }

    /// <summary>The error of a change with this response, without retries.</summary>
    public static async Task<PersonioException> OfPatchAsync(HttpResponseMessage answer)
    {
        using TestSession scene = await TestSession.OpenAsync(options => options with { MaxRetry = 0 });
        scene.Network.On("PATCH /v2/persons/1", answer);
        return await OfAsync(() => scene.Client.SendAsync(Endpoints.UpdatePerson.For("1").WithBody(new { })));
    }

    /// <summary>The error of connecting if the token endpoint returns this response.</summary>
    public static Task<PersonioException> OfConnectAsync(
        HttpResponseMessage answer, string secret = TestSession.Secret) =>
        OfAsync(async () =>
        {
            StubNetwork network = new StubNetwork().On("POST /v2/auth/token", answer);
            using TestSession scene = await TestSession.OpenAsync(
                options => options with { MaxRetry = 0, Credential = new("papi-id", secret) }, network: network);
        });
}

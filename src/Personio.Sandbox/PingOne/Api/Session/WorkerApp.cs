using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>The worker app: its credential, its tokens, and the scope of its roles.</summary>
internal sealed class WorkerApp
{
    private readonly PingOneOptions _options;
    private readonly TimeProvider _clock;
    private readonly object _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);

    public WorkerApp(PingOneOptions options, int seed, TimeProvider clock, string environmentId)
    {
        _options = options;
        _clock = clock;
        var dice = new Dice(seed, "pingone app");
        ClientId = dice.Uuid();
        // Contains every character that a form must escape, so that a client without escaping cannot sign in. It does
        // not depend on the seed: other users of this machine know the default seed.
        ClientSecret = $"p1-{Random()}+&=%~/{Random()}";
        string other = dice.Uuid();
        EnvironmentId = options.SeparateAuthEnvironment ? other : environmentId;
    }

    public string ClientId { get; }

    public string ClientSecret { get; }

    /// <summary>The environment to which the app belongs.</summary>
    public string EnvironmentId { get; }

    public bool HasRoles => Grants().Length > 0;

    /// <summary>Issues a new token in three parts, like a signed JWT, with the actual expiry.</summary>
    public string Issue()
    {
        DateTimeOffset end = _clock.GetUtcNow() + _options.TokenLifetime;
        string header = Part(new JsonObject { ["alg"] = "RS256", ["kid"] = "default" });
        string payload = Part(new JsonObject
        {
            ["client_id"] = ClientId,
            ["iss"] = $"https://auth.example.org/{EnvironmentId}/as",
            ["jti"] = Guid.NewGuid().ToString(),
            ["exp"] = end.ToUnixTimeSeconds(),
            ["aud"] = new JsonArray("https://api.example.org"),
            ["env"] = EnvironmentId,
        });
        string signature = Convert.ToBase64String(Encoding.ASCII.GetBytes(Guid.NewGuid().ToString("N"))).TrimEnd('=');
        string token = $"{header}.{payload}.{signature}";
        lock (_gate)
        {
            _tokens[token] = end;
        }

        return token;
    }

    public bool Accepts(string? authorization)
    {
        const string Scheme = "Bearer ";
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        lock (_gate)
        {
            return _tokens.TryGetValue(authorization[Scheme.Length..].Trim(), out DateTimeOffset end)
                && end > _clock.GetUtcNow();
        }
    }

    public void ExpireAll()
    {
        lock (_gate)
        {
            _tokens.Clear();
        }
    }

    /// <summary>True if the app has one of these roles, whatever its scope.</summary>
    public bool HasAnyRole(string[] roles) =>
        roles.Length == 0 ? HasRoles : Grants().Any(grant => roles.Contains(grant.Role));

    /// <summary>The populations that these roles cover; null for all.</summary>
    public HashSet<string>? CoveredPopulations(string[] roles, PingOneDirectory directory)
    {
        (string Role, string? Population)[] grants = [.. Grants().Where(grant => roles.Contains(grant.Role))];
        return grants.Any(grant => grant.Population is null)
            ? null
            :
            [
                .. directory.Populations.Where(row => grants.Any(grant => grant.Population == row.Name))
                    .Select(row => row.Id),
            ];
    }

    private (string Role, string? Population)[] Grants() =>
    [
        .. _options.Roles.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => text.Split('@', 2))
            .Select(parts => (parts[0], parts.Length == 2 ? parts[1] : null)),
    ];

    private static string Random() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    private static string Part(JsonObject json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json.ToJsonString()))
        .TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

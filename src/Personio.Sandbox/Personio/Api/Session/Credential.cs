using System.Security.Cryptography;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>
/// The tenant's only API credential, and its tokens. A token is stable: another request for the same scopes returns the
/// same token with less time to live, until it expires, is revoked, or the scopes of the credential change.
/// </summary>
internal sealed class Credential
{
    private readonly SandboxOptions _options;
    private readonly object _gate = new();
    private readonly Dictionary<string, AccessToken> _byScopes = new(StringComparer.Ordinal);
    private (string? Text, HashSet<string> Scopes) _granted = (null, [.. Scopes.All]);

    public Credential(SandboxOptions options)
    {
        _options = options;
        var dice = new Dice(options.Seed, "credential");
        ClientId = $"papi-{dice.Uuid()}";

        // Contains every character that a form must escape, so that a client without escaping cannot sign in. It does
        // not depend on the seed: other users of this machine know the default seed.
        ClientSecret = $"papi-{Random()}+&=%ü/{Random()}";
    }

    public string ClientId { get; }

    public string ClientSecret { get; }

    /// <summary>The scopes that the credential currently has.</summary>
    public IReadOnlyCollection<string> Granted
    {
        get
        {
            lock (_gate)
            {
                return [.. CurrentScopes()];
            }
        }
    }

    public bool Owns(string scope)
    {
        lock (_gate)
        {
            return CurrentScopes().Contains(scope);
        }
    }

    public void Change(string scope, bool isGranted)
    {
        lock (_gate)
        {
            HashSet<string> scopes = [.. CurrentScopes()];
            _ = isGranted ? scopes.Add(scope) : scopes.Remove(scope);
            _options.Scopes = string.Join(' ', scopes);
        }
    }

    /// <summary>
    /// Returns the valid token for these scopes, or a new one; null requests all scopes of the credential.
    /// </summary>
    public AccessToken Issue(IReadOnlyList<string>? requested)
    {
        string key = requested is null ? "" : string.Join(' ', requested.Order(StringComparer.Ordinal).Distinct());
        DateTimeOffset now = _options.Clock.GetUtcNow();
        lock (_gate)
        {
            _ = CurrentScopes();
            if (!_byScopes.TryGetValue(key, out AccessToken? token) || token.ExpiresAt <= now)
            {
                string value = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
                token = new AccessToken($"papi-{value}", requested, now + _options.TokenLifetime);
                _byScopes[key] = token;
            }

            return token;
        }
    }

    /// <summary>The token of an Authorization header, if the sandbox issued it and it is still valid.</summary>
    public AccessToken? Find(string? authorization)
    {
        const string Scheme = "Bearer ";
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        DateTimeOffset now = _options.Clock.GetUtcNow();
        ReadOnlySpan<char> value = authorization.AsSpan(Scheme.Length).Trim();
        lock (_gate)
        {
            _ = CurrentScopes();
            foreach (AccessToken token in _byScopes.Values)
            {
                if (token.ExpiresAt > now && value.SequenceEqual(token.Value))
                {
                    return token;
                }
            }
        }

        return null;
    }

    /// <summary>True if a token grants this scope.</summary>
    public bool Allows(AccessToken token, string scope) =>
        (token.Requested is null || token.Requested.Contains(scope)) && Owns(scope);

    public void Revoke(string value)
    {
        lock (_gate)
        {
            foreach (string key in _byScopes.Where(pair => pair.Value.Value == value).Select(pair => pair.Key).ToList())
            {
                _byScopes.Remove(key);
            }
        }
    }

    public void ExpireAll()
    {
        lock (_gate)
        {
            _byScopes.Clear();
        }
    }

    private static string Random() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    private HashSet<string> CurrentScopes()
    {
        string? text = _options.Scopes;
        if (text != _granted.Text)
        {
            HashSet<string> before = _granted.Scopes;
            _granted = (text, text is null
                ? [.. Scopes.All]
                : [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

            // As in Personio, a credential whose scopes change needs new tokens.
            if (!before.SetEquals(_granted.Scopes))
            {
                _byScopes.Clear();
            }
        }

        return _granted.Scopes;
    }
}

using Personio.Sandbox.Http;

namespace Personio.Sandbox.Api;

/// <summary>One endpoint.</summary>
internal sealed record Route(string Method, string Template, string? Scope, Func<ApiCall, HttpResponse> Handler)
{
    public string[] Segments { get; } = Template.Trim('/').Split('/');

    /// <summary>Hidden from requests without the header `Beta: true`.</summary>
    public bool IsBeta { get; init; }

    /// <summary>Token endpoints require no token and have their own limits.</summary>
    public bool IsSession { get; init; }

    /// <summary>Public: a token is neither required nor checked.</summary>
    public bool IsPublic { get; init; }

    /// <summary>A scope that is required in addition.</summary>
    public string? SecondScope { get; init; }

    public Denial Denial { get; init; }

    /// <summary>Endpoints with the same key share a rate limit.</summary>
    public string RateKey { get; init; } = $"{Method} {Template}";

    public static Route Get(string template, string? scope, Func<ApiCall, HttpResponse> handler) =>
        new("GET", template, scope, handler);

    public static Route Post(string template, string? scope, Func<ApiCall, HttpResponse> handler) =>
        new("POST", template, scope, handler);

    public static Route Patch(string template, string? scope, Func<ApiCall, HttpResponse> handler) =>
        new("PATCH", template, scope, handler);

    public static Route Delete(string template, string? scope, Func<ApiCall, HttpResponse> handler) =>
        new("DELETE", template, scope, handler);

    public bool Matches(string method, string[] segments)
    {
        if (segments.Length != Segments.Length || method != Method)
        {
            return false;
        }

        for (int i = 0; i < segments.Length; i++)
        {
            if (Segments[i][0] != '{' && Segments[i] != segments[i])
            {
                return false;
            }
        }

        return true;
    }
}

using Personio.Sandbox.Http;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>One endpoint of the API host, and the roles that permit it; any one of them is enough.</summary>
internal sealed record PingOneRoute(
    string Method, string Template, string[] Roles, Func<PingOneCall, HttpResponse> Handler)
{
    public string[] Segments { get; } = Template.Trim('/').Split('/');

    public bool HasPath(string[] segments)
    {
        if (segments.Length != Segments.Length)
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

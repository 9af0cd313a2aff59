using Personio.Sandbox.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>Links to an object and to its related objects.</summary>
internal sealed record HalLinks
{
    public Link? Self { get; init; }

    public Link? Next { get; init; }

    public Link? User { get; init; }

    public static HalLinks To(string self) => new() { Self = new Link(self) };
}

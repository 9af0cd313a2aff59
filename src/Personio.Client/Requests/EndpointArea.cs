using System.Runtime.CompilerServices;
using Personio.Rest.Http;

namespace Personio.Client;

/// <summary>
/// A part of the API that a credential has or has not, with one scope to read there and one to write. It makes the
/// rows of its endpoints.
/// </summary>
/// <param name="name">The name of the part; null where a row belongs to none.</param>
/// <param name="scope">What its scopes begin with, for example <c>personio:persons</c>; null where none is needed.</param>
/// <param name="rows">Where the rows go.</param>
internal sealed class EndpointArea(string? name, string? scope, ICollection<Endpoint> rows)
{
    /// <summary>The row of an endpoint that reads.</summary>
    public Endpoint Get(
        string? noun, string path, int page = 0, bool beta = false, bool cursorAlone = false, Pacing? pacing = null,
        [CallerMemberName] string row = "") =>
        Add(new(row, HttpMethod.Get, path, page, Scope("read"), beta)
        {
            Noun = noun, SendsCursorAlone = cursorAlone, Pacing = pacing,
        });

    /// <summary>The row of an endpoint that creates, or starts something.</summary>
    public Endpoint Post(
        string? noun, string path, IReadOnlyList<string>? secrets = null, [CallerMemberName] string row = "") =>
        Write(HttpMethod.Post, noun, path, secrets, row);

    /// <summary>The row of an endpoint that changes.</summary>
    public Endpoint Patch(
        string? noun, string path, IReadOnlyList<string>? secrets = null, [CallerMemberName] string row = "") =>
        Write(HttpMethod.Patch, noun, path, secrets, row);

    /// <summary>The row of an endpoint that removes.</summary>
    public Endpoint Delete(string? noun, string path, [CallerMemberName] string row = "") =>
        Write(HttpMethod.Delete, noun, path, null, row);

    private Endpoint Write(HttpMethod method, string? noun, string path, IReadOnlyList<string>? secrets, string row) =>
        Add(new(row, method, path, 0, Scope("write"), false) { Noun = noun, SecretMembers = secrets ?? [] });

    private string? Scope(string access) => scope is null ? null : $"{scope}:{access}";

    private Endpoint Add(Endpoint row)
    {
        Endpoint placed = row with { Area = name };
        rows.Add(placed);
        return placed;
    }
}

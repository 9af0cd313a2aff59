using System.Runtime.CompilerServices;
using Personio.Rest.Http;

namespace Personio.Client;

/// <summary>
/// A part of the API that a credential may or may not access, with one scope for reading and one for writing. Creates
/// the entries of its endpoints.
/// </summary>
/// <param name="name">The name of the area; null if its endpoints belong to none.</param>
/// <param name="scope">
/// The prefix of its scopes, for example <c>personio:persons</c>; null if no scope is needed.
/// </param>
/// <param name="rows">Receives the entries.</param>
internal sealed class EndpointArea(string? name, string? scope, ICollection<Endpoint> rows)
{
    /// <summary>Adds an endpoint that reads.</summary>
    public Endpoint Get(
        string? noun, string path, int page = 0, bool beta = false, bool cursorAlone = false, Pacing? pacing = null,
        bool emptyPageEnds = false, [CallerMemberName] string row = "") =>
        Add(new(row, HttpMethod.Get, path, page, Scope("read"), beta)
        {
            Noun = noun, SendsCursorAlone = cursorAlone, Pacing = pacing, EndsWithEmptyPage = emptyPageEnds,
        });

    /// <summary>Adds an endpoint that creates an object or triggers an action.</summary>
    public Endpoint Post(
        string? noun, string path, IReadOnlyList<string>? secrets = null, [CallerMemberName] string row = "") =>
        Write(HttpMethod.Post, noun, path, secrets, row);

    /// <summary>Adds an endpoint that changes an object.</summary>
    public Endpoint Patch(
        string? noun, string path, IReadOnlyList<string>? secrets = null, [CallerMemberName] string row = "") =>
        Write(HttpMethod.Patch, noun, path, secrets, row);

    /// <summary>Adds an endpoint that removes an object.</summary>
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

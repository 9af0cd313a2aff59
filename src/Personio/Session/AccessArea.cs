using Personio.Client;

namespace Personio;

/// <summary>A part of the API that a credential may or may not have, and the smallest read that tells.</summary>
/// <param name="Name">The part.</param>
/// <param name="Probe">A read of one row.</param>
/// <param name="WriteScope">The scope that lets write there; null where the API only reads.</param>
/// <param name="Nouns">The nouns of the cmdlets it is for, without the prefix.</param>
internal sealed record AccessArea(string Name, ApiRequest Probe, string? WriteScope, IReadOnlyList<string> Nouns)
{
    // What tells less of the company, or needs a filter, where the first listing of an area will not do.
    private static readonly ApiRequest[] s_probes =
    [
        Endpoints.ListOrgUnits.For().With("type", "department"),
        Endpoints.ListCompensationTypes.For(),
        // Nobody has this id, and the answer is an empty list: no document is looked at.
        Endpoints.ListDocuments.For().With("owner_id", "0"),
        Endpoints.ListRecruitingCategories.For(),
    ];

    /// <summary>All parts, in the order of the map of the API.</summary>
    public static IReadOnlyList<AccessArea> All { get; } =
        [.. Endpoints.All.Where(row => row.Area is not null).GroupBy(row => row.Area!).Select(Create)];

    private static AccessArea Create(IGrouping<string, Endpoint> rows) => new(
        rows.Key,
        (Array.Find(s_probes, probe => probe.Endpoint.Area == rows.Key) ?? rows.First().For()).WithLimit(1),
        rows.FirstOrDefault(row => !row.IsRead)?.Scope,
        [.. rows.Select(row => row.Noun).OfType<string>().Distinct()]);
}

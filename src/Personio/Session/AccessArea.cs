using Personio.Client;

namespace Personio;

/// <summary>A part of the API that a credential may have access to, and the smallest read that proves it.</summary>
/// <param name="Name">The name of the area.</param>
/// <param name="Probe">A read of one row.</param>
/// <param name="WriteScope">The scope that permits writes; null if the API is read-only.</param>
/// <param name="Nouns">The nouns of the cmdlets that use the area, without the prefix.</param>
internal sealed record AccessArea(string Name, ApiRequest Probe, string? WriteScope, IReadOnlyList<string> Nouns)
{
    // Used if the first listing of an area would reveal more of the company or requires a filter.
    private static readonly ApiRequest[] s_probes =
    [
        Endpoints.ListOrgUnits.For().With("type", "department"),
        Endpoints.ListCompensationTypes.For(),
        // No person has this ID, so the response is an empty list and no document is read.
        Endpoints.ListDocuments.For().With("owner_id", "0"),
        Endpoints.ListRecruitingCategories.For(),
    ];

    /// <summary>All areas, in the order of the endpoint map.</summary>
    public static IReadOnlyList<AccessArea> All { get; } =
        [.. Endpoints.All.Where(row => row.Area is not null).GroupBy(row => row.Area!).Select(Create)];

    private static AccessArea Create(IGrouping<string, Endpoint> rows) => new(
        rows.Key,
        (Array.Find(s_probes, probe => probe.Endpoint.Area == rows.Key) ?? rows.First().For()).WithLimit(1),
        rows.FirstOrDefault(row => !row.IsRead)?.Scope,
        [.. rows.Select(row => row.Noun).OfType<string>().Distinct()]);
}

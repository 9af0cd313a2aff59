using Personio.Models;

namespace Personio;

/// <summary>Finds an absence type by what a person gave: its id, or its name in upper or lower case.</summary>
internal static class AbsenceTypeNames
{
    private static readonly NameOrId<AbsenceType> s_types =
        new(nameof(AbsenceType), "absence type", type => type.AbsenceTypeId, type => type.Name);

    /// <summary>The one type that is meant.</summary>
    /// <exception cref="Client.PersonioException">There is none, or several have the name.</exception>
    public static AbsenceType Find(IReadOnlyList<AbsenceType> types, string nameOrId) => s_types.Find(types, nameOrId);
}

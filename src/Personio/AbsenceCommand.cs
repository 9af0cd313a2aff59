using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>The base of the cmdlets about absences: the absence types, and their names on the absences.</summary>
public abstract class AbsenceCommand : ConnectedCommand
{
    private IReadOnlyList<AbsenceType>? _types;

    /// <summary>The company's absence types; none where the credential may not read them.</summary>
    private protected IReadOnlyList<AbsenceType> Types => _types ??= ReadTypes();

    /// <summary>The absence with the name of its type, where that is known.</summary>
    private protected AbsencePeriod Named(AbsencePeriod absence) => absence with
    {
        AbsenceType = Types.FirstOrDefault(type => type.AbsenceTypeId == absence.AbsenceTypeId)?.Name,
    };

    private IReadOnlyList<AbsenceType> ReadTypes()
    {
        try
        {
            return Await(Client.AbsenceTypesAsync(StopToken));
        }
        catch (PersonioException fault) when (fault.Kind is ErrorKind.AccessDenied or ErrorKind.NotFound)
        {
            WriteVerbose($"Absence types have no names here. {fault.Message}");
            return [];
        }
    }
}

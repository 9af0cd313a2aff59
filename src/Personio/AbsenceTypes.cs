using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// The company's absence types for one cmdlet: read when first needed, and their names put on absences.
/// </summary>
internal sealed class AbsenceTypes(ConnectedCommand command)
{
    private IReadOnlyList<AbsenceType>? _all;

    /// <summary>All types; none where the credential may not read them.</summary>
    public IReadOnlyList<AbsenceType> All => _all ??= Read();

    /// <summary>The absence with the name of its type, where that is known.</summary>
    public AbsencePeriod Named(AbsencePeriod absence) => absence with
    {
        AbsenceType = All.FirstOrDefault(type => type.AbsenceTypeId == absence.AbsenceTypeId)?.Name,
    };

    /// <summary>
    /// The type of an absence. Where types cannot be read, a time of day tells that it counts hours.
    /// </summary>
    public AbsenceType Of(AbsencePeriod absence) =>
        All.FirstOrDefault(type => type.AbsenceTypeId == absence.AbsenceTypeId) ?? new AbsenceType
        {
            AbsenceTypeId = absence.AbsenceTypeId,
            Unit = absence.StartDate?.TimeOfDay > TimeSpan.Zero ? "HOUR" : "DAY",
        };

    private IReadOnlyList<AbsenceType> Read()
    {
        try
        {
            return command.Await(token => command.Client.AbsenceTypesAsync(token).AsTask());
        }
        catch (PersonioException fault) when (fault.Kind is ErrorKind.AccessDenied or ErrorKind.NotFound)
        {
            command.WriteVerbose($"Absence types have no names here. {fault.Message}");
            return [];
        }
    }
}

using System.Management.Automation;
using Personio.Models;

namespace Personio;

/// <summary>
/// Properties that answer to their names and are no columns: Select-Object *, Export-Csv, ConvertTo-Json and lists leave
/// them out. Of .NET these objects have methods; a property of .NET would always be a column.
/// </summary>
/// <remarks>Public for the engine alone, which calls it from Personio.Types.ps1xml.</remarks>
public static class HiddenProperty
{
    /// <summary>What the service sent and this version has no property for.</summary>
    public static object? AdditionalProperties(PSObject row) => Unwrap<ApiObject>(row)?.GetAdditionalProperties();

    /// <summary>Where the profile picture of a person is.</summary>
    public static object? ProfilePictureUrl(PSObject row) => Unwrap<Person>(row)?.GetProfilePictureUrl();

    /// <summary>The moment in which an absence starts, as Personio has it.</summary>
    public static object? StartsFrom(PSObject row) => Unwrap<AbsencePeriod>(row)?.GetStartsFrom();

    /// <summary>The moment in which an absence ends, as Personio has it.</summary>
    public static object? EndsAt(PSObject row) => Unwrap<AbsencePeriod>(row)?.GetEndsAt();

    /// <summary>The id that API v1 has for the type of a balance.</summary>
    public static object? V1AbsenceTypeId(PSObject row) => Unwrap<AbsenceBalance>(row)?.GetV1AbsenceTypeId();

    // The class of a row can stand in the names of another object, which has none of these.
    private static T? Unwrap<T>(PSObject? row)
        where T : class => row?.BaseObject as T;
}

using System.Management.Automation;
using Personio.Models;

namespace Personio;

/// <summary>
/// Properties that can be read by name but are not columns: Select-Object *, Export-Csv, ConvertTo-Json, and lists omit
/// them. In .NET they are methods, because a .NET property would always be a column.
/// </summary>
/// <remarks>Public only because PowerShell calls it from Personio.Types.ps1xml.</remarks>
public static class HiddenProperty
{
    /// <summary>Response members that this version has no property for.</summary>
    public static object? AdditionalProperties(PSObject row) => Unwrap<ApiObject>(row)?.GetAdditionalProperties();

    /// <summary>The URL of a person's profile picture.</summary>
    public static object? ProfilePictureUrl(PSObject row) => Unwrap<Person>(row)?.GetProfilePictureUrl();

    /// <summary>The start of an absence as Personio stores it.</summary>
    public static object? StartsFrom(PSObject row) => Unwrap<AbsencePeriod>(row)?.GetStartsFrom();

    /// <summary>The end of an absence as Personio stores it.</summary>
    public static object? EndsAt(PSObject row) => Unwrap<AbsencePeriod>(row)?.GetEndsAt();

    /// <summary>The ID of a balance's absence type in API v1.</summary>
    public static object? V1AbsenceTypeId(PSObject row) => Unwrap<AbsenceBalance>(row)?.GetV1AbsenceTypeId();

    // The type names of a row may belong to another object, which has none of these values.
    private static T? Unwrap<T>(PSObject? row)
        where T : class => row?.BaseObject as T;
}

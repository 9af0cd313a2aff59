using System.Management.Automation;
using Personio.Models;

namespace Personio;

/// <summary>
/// Determines the IDs in one input of a cmdlet: the IDs bound to the identity parameter, or a piped text or object.
/// </summary>
internal sealed class IdInput(PersonioCmdletBase command)
{
    // A cmdlet that reads may follow the reference of a piped object; an object to change or remove must be identified
    // explicitly.
    private bool IsRead => command.MyInvocation.MyCommand is CmdletInfo { Verb: VerbsCommon.Get };

    /// <summary>
    /// Returns the IDs of this input, each with the target object of its error: the piped object, or else the ID
    /// itself.
    /// </summary>
    /// <param name="ids">The values bound to the identity parameter; null if none were.</param>
    /// <param name="piped">The piped object; texts, numbers, and UUIDs count as IDs.</param>
    /// <param name="name">The name of the identity.</param>
    /// <returns>
    /// Null if neither IDs nor input were given. Empty if the input was rejected with an error, or if an object of this
    /// module without that reference is piped to a cmdlet that reads.
    /// </returns>
    public IReadOnlyList<RequestedId>? Find(string[]? ids, PSObject? piped, string name)
    {
        if (ids is not null && !IsOfOtherType(ids, piped, name))
        {
            return [.. ids.Select(id => new RequestedId((id ?? "").Trim(), (object?)piped ?? id ?? ""))];
        }

        if (PipelineInput.ToId(piped) is { } text)
        {
            return [new RequestedId(text.Trim(), piped!.BaseObject)];
        }

        // For example, an attendance period without a project is not a mistake of the caller.
        if (IsRead && PipelineInput.IsOurs(piped) && piped!.Properties[name] is { Value: null })
        {
            return [];
        }

        // An unset variable must not select every person.
        bool isNothing = piped is null
            && (command.MyInvocation.ExpectingInput || command.MyInvocation.BoundParameters.ContainsKey(name));
        return piped is null && !isNothing ? null : Reject(
            isNothing
                ? $"{name} is null. Check the variable or the piped object."
                : piped!.Properties[name] is null
                    ? $"Cannot use {Described(piped)}: it has {WithoutAny([.. Accepted(name, piped)])}."
                    : $"The {name} of the piped {piped.TypeNames[0]} is null.",
            piped);
    }

    /// <summary>Returns the IDs of an input; without any, an error is reported.</summary>
    /// <param name="ids">The values bound to the identity parameter; null if none were.</param>
    /// <param name="piped">The piped object.</param>
    /// <param name="name">The name of the identity.</param>
    public IReadOnlyList<RequestedId> Require(string[]? ids, PSObject? piped, string name) =>
        Find(ids, piped, name) ?? ReportMissing(name);

    /// <summary>Reports that neither an ID nor an input was given, and returns no IDs.</summary>
    public IReadOnlyList<RequestedId> ReportMissing(string name) =>
        Reject($"Specify -{name}, or pipe objects that have a {name} property.", null);

    private IReadOnlyList<RequestedId> Reject(string message, PSObject? piped)
    {
        command.WriteError(Errors.CreateRecord(PersonioException.Invalid(message), command.Noun, piped));
        return [];
    }

    private static string Described(PSObject piped) => piped.BaseObject is PSCustomObject
        ? "the piped object"
        : $"a piped {piped.TypeNames[0]}";

    private static string WithoutAny(string[] properties) => properties is [string only]
        ? $"no property {only}"
        : $"none of the properties {string.Join(", ", properties)}";

    // The alias Id binds the ID of any object of this module, but the object must be of the right type: the number of a
    // cost center may also be that of a project.
    private bool IsOfOtherType(string[] ids, PSObject? piped, string name) =>
        (PipelineInput.Is<ApiObject>(piped) || PipelineInput.Is<Employee>(piped))
        && !Accepted(name, piped!).Any(known => piped!.Properties[known]?.Value is not null)
        && ids is [{ } id]
        && piped!.Properties["Id"]?.Value?.ToString() == id;

    // The properties that identify the same object as the parameter: all aliases except Id, which identifies the piped
    // object itself, and, for objects of this module, Email, which companies and applicants also have.
    private IEnumerable<string> Accepted(string parameter, PSObject piped) =>
        command.MyInvocation.MyCommand.Parameters.TryGetValue(parameter, out ParameterMetadata? known)
            ? known.Aliases.Where(alias => alias != "Id" && !(alias == "Email" && PipelineInput.IsOurs(piped)))
                .Prepend(parameter)
            : [parameter];
}

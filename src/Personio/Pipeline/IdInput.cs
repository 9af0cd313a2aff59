using System.Management.Automation;

namespace Personio;

/// <summary>
/// The ids that one input of a cmdlet means: those that were bound to the identity parameter, or a piped text or object.
/// </summary>
internal sealed class IdInput(PersonioCmdletBase command)
{
    private bool IsRead => command.MyInvocation.MyCommand is CmdletInfo { Verb: VerbsCommon.Get };

    /// <summary>
    /// The ids of this input, each with what is the target of its error: the piped object, else the id itself.
    /// </summary>
    /// <param name="ids">What was bound to the identity parameter; null where nothing was.</param>
    /// <param name="piped">The piped object; text and UUIDs count as ids.</param>
    /// <param name="name">The name of the identity.</param>
    /// <returns>
    /// Null where neither ids nor input were given. None where the input was refused with an error, or where an object of
    /// this module is piped to a cmdlet that reads, and refers to nothing.
    /// </returns>
    public IReadOnlyList<(string Id, object Target)>? Resolve(string[]? ids, PSObject? piped, string name)
    {
        if (ids is not null && !IsOfAnother(ids, piped, name))
        {
            return [.. ids.Select(id => ((id ?? "").Trim(), (object?)piped ?? id ?? ""))];
        }

        if (PipelineInput.Id(piped) is { } text)
        {
            return [(text.Trim(), piped!.BaseObject)];
        }

        // An object that refers to nothing is not the caller's mistake.
        if (IsRead && PipelineInput.IsOurs(piped) && piped!.Properties[name] is { Value: null })
        {
            return [];
        }

        // A variable that is not set must not mean everybody.
        bool isNothing = piped is null
            && (command.MyInvocation.ExpectingInput || command.MyInvocation.BoundParameters.ContainsKey(name));
        if (piped is null && !isNothing)
        {
            return null;
        }

        command.WriteError(Errors.CreateRecord(
            PersonioException.Invalid(isNothing
                ? $"{name} is null. Check the variable or the piped object."
                : piped!.Properties[name] is null
                    ? $"{command.MyInvocation.MyCommand.Name} cannot use a piped {piped.TypeNames[0]}: it has no property {name}."
                    : $"The {name} of the piped {piped.TypeNames[0]} is null."),
            command.Noun,
            piped));
        return [];
    }

    /// <summary>The ids of an input without which there is nothing to do.</summary>
    /// <param name="ids">What was bound to the identity parameter; null where nothing was.</param>
    /// <param name="piped">The piped object.</param>
    /// <param name="name">The name of the identity.</param>
    public IReadOnlyList<(string Id, object Target)> Require(string[]? ids, PSObject? piped, string name)
    {
        if (Resolve(ids, piped, name) is { } resolved)
        {
            return resolved;
        }

        command.WriteError(Errors.CreateRecord(
            PersonioException.Invalid($"Specify -{name}, or pipe objects that have a {name} property."), command.Noun, null));
        return [];
    }

    // The alias Id binds the id of any object of this module, and it has to be the right kind.
    private static bool IsOfAnother(string[] ids, PSObject? piped, string name) =>
        PipelineInput.IsOurs(piped) && piped!.Properties[name] is null && ids is [{ } id]
        && piped.Properties["Id"]?.Value?.ToString() == id;
}

using System.Management.Automation;
using Personio.Models;

namespace Personio;

/// <summary>
/// The ids that one input of a cmdlet means: those that were bound to the identity parameter, or a piped text or object.
/// </summary>
internal sealed class IdInput(PersonioCmdletBase command)
{
    // What is read is what an object refers to; what is changed or removed has to be named.
    private bool IsRead => command.MyInvocation.MyCommand is CmdletInfo { Verb: VerbsCommon.Get };

    /// <summary>
    /// The ids of this input, each with what is the target of its error: the piped object, else the id itself.
    /// </summary>
    /// <param name="ids">What was bound to the identity parameter; null where nothing was.</param>
    /// <param name="piped">The piped object; text, numbers and UUIDs count as ids.</param>
    /// <param name="name">The name of the identity.</param>
    /// <returns>
    /// Null where neither ids nor input were given. None where the input was refused with an error, or where an object of
    /// this module is piped to a cmdlet that reads, and refers to nothing.
    /// </returns>
    public IReadOnlyList<AskedId>? Find(string[]? ids, PSObject? piped, string name)
    {
        if (ids is not null && !IsOfAnother(ids, piped, name))
        {
            return [.. ids.Select(id => new AskedId((id ?? "").Trim(), (object?)piped ?? id ?? ""))];
        }

        if (PipelineInput.Id(piped) is { } text)
        {
            return [new AskedId(text.Trim(), piped!.BaseObject)];
        }

        // A period without a project is not the caller's mistake.
        if (IsRead && PipelineInput.IsOurs(piped) && piped!.Properties[name] is { Value: null })
        {
            return [];
        }

        // A variable that is not set must not mean everybody.
        bool isNothing = piped is null
            && (command.MyInvocation.ExpectingInput || command.MyInvocation.BoundParameters.ContainsKey(name));
        return piped is null && !isNothing ? null : Refuse(
            isNothing
                ? $"{name} is null. Check the variable or the piped object."
                : piped!.Properties[name] is null
                    ? $"{command.MyInvocation.MyCommand.Name} cannot use a piped {piped.TypeNames[0]}: it has no property {name}."
                    : $"The {name} of the piped {piped.TypeNames[0]} is null.",
            piped);
    }

    /// <summary>The ids of an input without which there is nothing to do.</summary>
    /// <param name="ids">What was bound to the identity parameter; null where nothing was.</param>
    /// <param name="piped">The piped object.</param>
    /// <param name="name">The name of the identity.</param>
    public IReadOnlyList<AskedId> Require(string[]? ids, PSObject? piped, string name) =>
        Find(ids, piped, name) ?? Nothing(name);

    /// <summary>Says that neither an id nor an input was given; no ids follow.</summary>
    public IReadOnlyList<AskedId> Nothing(string name) =>
        Refuse($"Specify -{name}, or pipe objects that have a {name} property.", null);

    private IReadOnlyList<AskedId> Refuse(string message, PSObject? piped)
    {
        command.WriteError(Errors.CreateRecord(PersonioException.Invalid(message), command.Noun, piped));
        return [];
    }

    // The alias Id binds the id of any object of this module. It has to be the right kind: the number of a cost center
    // is also that of some project.
    private bool IsOfAnother(string[] ids, PSObject? piped, string name) =>
        (PipelineInput.Is<ApiObject>(piped) || PipelineInput.Is<Employee>(piped))
        && !NamesOf(name).Any(known => piped!.Properties[known]?.Value is not null)
        && ids is [{ } id]
        && piped!.Properties["Id"]?.Value?.ToString() == id;

    // Under which a property names the same as a parameter: all but Id, which names what the object itself is, and
    // Email, which companies and applicants have as well.
    private IEnumerable<string> NamesOf(string parameter) =>
        command.MyInvocation.MyCommand.Parameters.TryGetValue(parameter, out ParameterMetadata? known)
            ? known.Aliases.Where(alias => alias is not ("Id" or "Email")).Prepend(parameter)
            : [parameter];
}

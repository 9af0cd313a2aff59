using System.Management.Automation;

namespace Personio;

/// <summary>
/// The state of objects before a change, for the confirmation prompt: the piped object itself, or the object read for
/// <c>-WhatIf</c> and <c>-Confirm</c>. Without a prompt, no request is sent.
/// </summary>
/// <typeparam name="T">The type of the objects.</typeparam>
/// <param name="command">The cmdlet.</param>
/// <param name="input">Returns the current piped object; null if none was piped.</param>
/// <param name="read">Reads an object by ID; returns null if it cannot be read by ID.</param>
internal sealed class StateBefore<T>(ConnectedCmdletBase command, Func<PSObject?> input, Func<string, T?> read)
    where T : ApiObject
{
    /// <summary>The piped object; null if none was piped or another ID was given with it.</summary>
    public T? Piped(string id) => input()?.BaseObject is T piped && piped.GetId() == id ? piped : null;

    /// <summary>The object with an ID; null if nobody is asked or the object may not be read.</summary>
    /// <param name="id">The ID.</param>
    /// <param name="piped">The object, if it was piped.</param>
    /// <exception cref="PersonioException">
    /// The object could not be read or does not exist (<c>NotFound</c>).
    /// </exception>
    public T? Find(string id, T? piped)
    {
        if (piped is not null || (!Confirmation.IsWhatIf(command) && !command.Given.IsConfirmRequested))
        {
            return piped;
        }

        try
        {
            return read(id);
        }
        catch (PersonioException denied) when (denied.Kind == ErrorKind.AccessDenied)
        {
            command.WriteVerbose(
                $"The {command.NounInWords} {id} cannot be read, so its values are not shown. {denied.Message}");
            return null;
        }
    }
}

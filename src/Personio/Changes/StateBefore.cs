using System.Management.Automation;

namespace Personio;

/// <summary>
/// What objects are before they are changed, for whoever decides: the piped object itself, else what is read with
/// <c>-WhatIf</c> and <c>-Confirm</c>. Where nobody is asked no request is spent on it.
/// </summary>
/// <typeparam name="T">The type of the objects.</typeparam>
/// <param name="command">The cmdlet.</param>
/// <param name="input">The piped object at hand; null where none was piped.</param>
/// <param name="read">Reads the object of an id; null where there is no way to read it.</param>
internal sealed class StateBefore<T>(ConnectedCmdletBase command, Func<PSObject?> input, Func<string, T?> read)
    where T : ApiObject
{
    /// <summary>The piped object; null where none was piped, or another id was given with it.</summary>
    public T? Piped(string id) => input()?.BaseObject is T piped && piped.GetId() == id ? piped : null;

    /// <summary>The object of an id; null where nobody decides, or it may not be read.</summary>
    /// <param name="id">The id.</param>
    /// <param name="piped">The object where it was piped.</param>
    /// <exception cref="PersonioException">It cannot be read, or there is none (<c>NotFound</c>).</exception>
    public T? Find(string id, T? piped)
    {
        if (piped is not null || (!Confirmation.IsWhatIf(command) && !command.Given.IsAsked))
        {
            return piped;
        }

        try
        {
            return read(id);
        }
        catch (PersonioException denied) when (denied.Kind == ErrorKind.AccessDenied)
        {
            command.WriteVerbose($"The {command.NounInWords} {id} cannot be read, so its values are not told. {denied.Message}");
            return null;
        }
    }
}

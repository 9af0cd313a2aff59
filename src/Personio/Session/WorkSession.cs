using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;
using Personio.Client;

namespace Personio;

/// <summary>
/// The session that one cmdlet works in: the specified session, or else the session that its input came from, or else
/// the current session of the runspace. The first input determines it for the whole cmdlet.
/// </summary>
internal sealed class WorkSession(ConnectedCmdletBase command)
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> s_inputs = new();

    private readonly PropertyInfo? _input = s_inputs.GetOrAdd(command.GetType(), FindInput);
    private PersonioSession? _confirmed;

    /// <summary>The session; null if none exists.</summary>
    public PersonioSession? Session => _confirmed ??= command.Session ?? CurrentSession.InRunspace.Current;

    /// <summary>The session. Without a connected session, the cmdlet ends with an error.</summary>
    public PersonioSession SessionInUse
    {
        get
        {
            PersonioSession? session = Session;
            if (session is not { IsConnected: true })
            {
                // A user who is not connected may have run the other module's Connect-Personio.
                command.WarnOfCommandConflict();
                command.ThrowTerminatingError(session is null ? Errors.NotConnected() : Errors.Disconnected(session));
            }

            return session!;
        }
    }

    /// <summary>
    /// True if an object came from elsewhere, so that the cached data of this session may not describe it.
    /// </summary>
    public bool IsForeign { get; private set; }

    /// <summary>The piped object; null if none was piped.</summary>
    public object? Input => _input?.GetValue(command);

    /// <summary>Switches to the session that an object came from, unless -Session was specified.</summary>
    /// <exception cref="PersonioException">
    /// The session was disconnected (<c>NotConnected</c>), or the cmdlet already works in another one
    /// (<c>InvalidRequest</c>).
    /// </exception>
    public void Follow(object? input)
    {
        object? item = input is PSObject piped ? piped.BaseObject : input;
        if (command.Session is not null || SessionOrigin.From(item) is not { } origin)
        {
            return;
        }

        PersonioSession inputSession = origin.Session ?? SameCompany(origin) ?? throw new PersonioException(
            ErrorKind.NotConnected,
            $"The session '{origin.Name}' that this object came from was disconnected, and there is no current session "
            + "with the same company. Run Connect-Personio, or specify -Session to use the object in another company.");
        _confirmed ??= inputSession;
        if (_confirmed != inputSession && !origin.IsSameCompany(_confirmed))
        {
            throw PersonioException.Invalid(
                $"This object came from the session '{origin.Name}', but this command already works in the session "
                + $"'{_confirmed.Name}'. Pipe the objects of each session separately, or specify -Session.");
        }
    }

    /// <summary>
    /// Does the same. If the session is helpful but not required, a conflict is recorded in <see cref="IsForeign"/>
    /// instead of thrown.
    /// </summary>
    public void Follow(object? input, bool isNeeded)
    {
        if (isNeeded)
        {
            Follow(input);
        }
        else
        {
            IsForeign |= !TryFollow(input);
        }
    }

    /// <summary>Does the same without throwing.</summary>
    /// <returns>True if the cmdlet can work in that session.</returns>
    public bool TryFollow(object? input)
    {
        try
        {
            Follow(input);
            return true;
        }
        catch (PersonioException)
        {
            return false;
        }
    }

    private static PersonioSession? SameCompany(SessionOrigin origin) =>
        CurrentSession.InRunspace.Current is { IsConnected: true } current && origin.IsSameCompany(current)
            ? current
            : null;

    private static PropertyInfo? FindInput(Type type) => type.GetProperties().FirstOrDefault(property =>
        property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.ValueFromPipeline));
}

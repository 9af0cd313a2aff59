using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;
using Personio.Client;

namespace Personio;

/// <summary>
/// The session that one cmdlet works in: the one that was named, else the one that its input came from, else the
/// current one of the runspace. It is settled with the first input and stays the same.
/// </summary>
internal sealed class WorkSession(ConnectedCmdletBase command)
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> s_inputs = new();

    private readonly PropertyInfo? _input = s_inputs.GetOrAdd(command.GetType(), FindInput);
    private PersonioSession? _settled;

    /// <summary>The session; null where there is none.</summary>
    public PersonioSession? Session => _settled ??= command.Session ?? CurrentSession.Here.Current;

    /// <summary>The session. Without a usable one the cmdlet ends with an error.</summary>
    public PersonioSession SessionInUse
    {
        get
        {
            PersonioSession? session = Session;
            if (session is not { IsConnected: true })
            {
                // Whoever is not connected may have called the Connect-Personio of the other module.
                command.WarnOfCommandConflict();
                command.ThrowTerminatingError(session is null ? Errors.NotConnected() : Errors.Disconnected(session));
            }

            return session!;
        }
    }

    /// <summary>
    /// Whether an object came from elsewhere than this session: what the session knows is not about it.
    /// </summary>
    public bool IsStray { get; private set; }

    /// <summary>The object that was piped; null where none was.</summary>
    public object? Input => _input?.GetValue(command);

    /// <summary>Works in the session that an object came from, unless another one was named.</summary>
    /// <exception cref="PersonioException">
    /// The session was disconnected (<c>NotConnected</c>), or the cmdlet works in another one already
    /// (<c>InvalidRequest</c>).
    /// </exception>
    public void Follow(object? input)
    {
        object? item = input is PSObject piped ? piped.BaseObject : input;
        if (command.Session is not null || SessionOrigin.From(item) is not { } origin)
        {
            return;
        }

        PersonioSession theirs = origin.Session ?? SameCompany(origin) ?? throw new PersonioException(
            ErrorKind.NotConnected,
            $"The session '{origin.Name}' that this object came from was disconnected, and there is no current session "
            + "with the same company. Run Connect-Personio, or specify -Session to use the object in another company.");
        _settled ??= theirs;
        if (_settled != theirs && !origin.IsCompanyOf(_settled))
        {
            throw PersonioException.Invalid(
                $"This object came from the session '{origin.Name}', but this command already works in the session "
                + $"'{_settled.Name}'. Pipe the objects of each session separately, or specify -Session.");
        }
    }

    /// <summary>The same; where a session is a help and no need there is no refusal, but it is noted.</summary>
    public void Follow(object? input, bool isNeeded)
    {
        if (isNeeded)
        {
            Follow(input);
        }
        else
        {
            IsStray |= !TryFollow(input);
        }
    }

    /// <summary>The same without a refusal.</summary>
    /// <returns>Whether it can work in that session.</returns>
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
        CurrentSession.Here.Current is { IsConnected: true } current && origin.IsCompanyOf(current) ? current : null;

    private static PropertyInfo? FindInput(Type type) => type.GetProperties().FirstOrDefault(property =>
        property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.ValueFromPipeline));
}

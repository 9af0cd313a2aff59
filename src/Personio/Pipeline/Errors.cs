using System.Management.Automation;
using Personio.Client;

namespace Personio;

/// <summary>
/// Creates error records: the error IDs, categories, and messages that are not specific to one cmdlet.
/// </summary>
internal static class Errors
{
    private const string DecodingAdvice =
        "Read the file in its own encoding: Import-Csv -Encoding ansi for most files that spreadsheet programs "
        + "write on Windows, or -Encoding latin1.";

    /// <summary>
    /// Creates the record of a client exception. The error ID is the error kind; not-found errors include the noun.
    /// </summary>
    /// <param name="fault">The exception.</param>
    /// <param name="noun">The type of object that was looked for, for example <c>Person</c>.</param>
    /// <param name="target">The user's input.</param>
    public static ErrorRecord CreateRecord(PersonioException fault, string noun, object? target)
    {
        PersonioException message = AdviceFor(fault, noun) is { } advice ? fault.WithAdvice(advice)
            : fault.NextStep == NextStep.DecodeAgain ? fault.WithWords(DecodingAdvice)
            : fault;
        return new(message, IdOf(message.Kind, message.Noun ?? noun), CategoryOf(message.Kind), target)
        {
            ErrorDetails = message.RecommendedAction is { } action
                ? new ErrorDetails(WithoutAction(fault)) { RecommendedAction = action }
                : null,
        };
    }

    // PowerShell shows the recommended action below the message, so the message must not repeat it.
    private static string WithoutAction(PersonioException fault) => fault.RecommendedAction is { } action
        ? fault.Message.Replace($" {action}", "", StringComparison.Ordinal)
        : fault.Message;

    /// <summary>No current session exists.</summary>
    public static ErrorRecord NotConnected()
    {
        string[] others = [.. CurrentSession.InRunspace.All.Select(session => $"'{session.Name}'")];
        return CreateRecord(
            new PersonioException(
                ErrorKind.NotConnected,
                others.Length > 0
                    ? "No session is current. Run Select-PersonioSession or specify -Session. Available: "
                        + $"{string.Join(", ", others)}."
                    : $"Not connected to Personio. Run {CommandConflict.Connect}, or {CommandConflict.Connect} "
                        + "-Sandbox to try the module without an account. A session belongs to its runspace: pass "
                        + "it to others with -Session $using:session."),
            "Session",
            null);
    }

    /// <summary>No current PingOne session exists.</summary>
    public static ErrorRecord NotConnectedToPingOne() => CreateRecord(
        new PersonioException(
            ErrorKind.NotConnected,
            "Not connected to PingOne. Run Connect-PingOne, or Connect-PingOne -Sandbox to try it without an "
            + "account. A session belongs to its runspace: pass it to others with -Session $using:session."),
        "Session",
        null);

    /// <summary>The session was disconnected.</summary>
    public static ErrorRecord Disconnected(IServiceSession session, string connect = "Connect-Personio") =>
        CreateRecord(
            new PersonioException(
                ErrorKind.NotConnected,
                $"The session '{session.Name}' was disconnected. Run {connect} to open a new session."),
            "Session",
            session.Name);

    /// <summary>No object has this ID.</summary>
    public static ErrorRecord NotFound(string noun, string id, object? target) =>
        CreateRecord(CreateNotFound(noun, id), noun, target);

    /// <summary>Creates the exception for an ID that does not exist.</summary>
    public static PersonioException CreateNotFound(string noun, string id) => new(
        ErrorKind.NotFound,
        noun == "Person" && !id.All(char.IsAsciiDigit)
            ? $"Person {id} was not found: specify the id, which is a number, or the email address. Look for a name "
                + "with -LastName or -FirstName of Get-PersonioPerson; wildcards are allowed."
            : $"{noun} {id} was not found. Check the id; objects that the credential cannot read are also reported as "
                + "not found.")
    {
        Noun = noun,
    };

    /// <summary>An absence was written, but Personio books other days than requested.</summary>
    public static ErrorRecord DifferentDays(
        string id, string action, AbsenceDays requested, AbsenceDays booked, object target)
    {
        string message =
            $"Absence {id} was {action}, but Personio books {DateText.Day(booked.First)} to {DateText.Day(booked.Last)}"
            + $" instead of {DateText.Day(requested.First)} to {DateText.Day(requested.Last)}. "
            + "Correct this absence with Set-PersonioAbsencePeriod, or remove it.";
        return new ErrorRecord(
            new PersonioException(ErrorKind.UnexpectedResponse, message),
            "AbsenceDaysDiffer",
            ErrorCategory.InvalidResult,
            target);
    }

    /// <summary>No session of this runspace has this name.</summary>
    public static ErrorRecord SessionNotFound<TSession>(string name)
        where TSession : class, IServiceSession =>
        CreateRecord(
            new PersonioException(ErrorKind.NotFound, SessionTable<TSession>.InRunspace.Unknown(name)),
            "Session",
            name);

    // Advice that the client leaves to its caller, in terms of cmdlets and parameters.
    private static string? AdviceFor(PersonioException fault, string noun) => fault.NextStep switch
    {
        NextStep.Reconnect => "Run Connect-Personio to open a new session.",
        // Periods can be compared with existing ones; every other object has to be checked by the user.
        NextStep.InspectFirst when fault.Method == "POST" && noun is "AbsencePeriod" or "AttendancePeriod" =>
            "Repeating it with -SkipExisting is safe: that creates only what is missing.",
        NextStep.InspectFirst when fault.Method == "POST" && noun is "Absence" or "Attendance" =>
            "Running the import again is safe: it creates only what is missing.",
        NextStep.RequestOtherScopes => "Without -Scope it gets all of them.",
        NextStep.PassCredential => "Specify client id and secret with -Credential.",
        NextStep.ChangeClientAuthentication =>
            "Specify -ClientAuthentication Post or Basic as the app is set, or change the setting.",
        NextStep.CheckEnvironment =>
            "Specify -AuthEnvironmentId if the worker app belongs to another environment than the one you manage.",
        _ => null,
    };

    private static string IdOf(ErrorKind kind, string noun) =>
        kind == ErrorKind.NotFound ? $"{noun}NotFound" : kind.ToString();

    private static ErrorCategory CategoryOf(ErrorKind kind) => kind switch
    {
        ErrorKind.AuthenticationFailed => ErrorCategory.AuthenticationError,
        ErrorKind.AccessDenied => ErrorCategory.PermissionDenied,
        ErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        ErrorKind.InvalidRequest => ErrorCategory.InvalidArgument,
        ErrorKind.Conflict => ErrorCategory.ResourceExists,
        ErrorKind.RateLimited => ErrorCategory.LimitsExceeded,
        ErrorKind.ServiceUnavailable => ErrorCategory.ResourceUnavailable,
        ErrorKind.ConnectionFailed or ErrorKind.NotConnected => ErrorCategory.ConnectionError,
        ErrorKind.TimedOut => ErrorCategory.OperationTimeout,
        _ => ErrorCategory.InvalidData,
    };
}

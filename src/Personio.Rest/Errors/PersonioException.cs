namespace Personio.Rest;

/// <summary>
/// The only exception the client throws. Its message says what failed, for which object, and what to do next. It is
/// one line: names in it may come from the service.
/// </summary>
public sealed class PersonioException : Exception
{
    /// <summary>Creates an exception with only a message.</summary>
    public PersonioException(string message)
        : this(ErrorKind.UnexpectedResponse, message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    public PersonioException(string message, Exception? innerException)
        : this(ErrorKind.UnexpectedResponse, message, innerException)
    {
    }

    /// <summary>Creates an exception with a default message, for serializers.</summary>
    public PersonioException()
        : this(ErrorKind.UnexpectedResponse, "The service answered in an unexpected way.")
    {
    }

    /// <summary>Creates an exception of a kind.</summary>
    public PersonioException(ErrorKind kind, string message, Exception? innerException = null)
        : base(message is null ? null : PlainText.OneLine(message), innerException) => Kind = kind;

    /// <summary>What went wrong.</summary>
    public ErrorKind Kind { get; }

    /// <summary>The HTTP status; null if no answer arrived.</summary>
    public int? StatusCode { get; init; }

    /// <summary>
    /// The kind of object that was not found, for example AbsenceType; null if it is the object the call was about.
    /// </summary>
    public string? Noun { get; init; }

    /// <summary>The server's own description of the error; null if it gave none.</summary>
    public string? Detail { get; init; }

    /// <summary>The trace ID, which the service's support asks for; null if the answer had none.</summary>
    public string? TraceId { get; init; }

    /// <summary>The HTTP method of the failed request; null if no request was made.</summary>
    public string? Method { get; init; }

    /// <summary>The path of the failed request without its query; null if no request was made.</summary>
    public string? Path { get; init; }

    /// <summary>The scope the credential probably lacks; null if that is not the likely cause.</summary>
    public string? MissingScope { get; init; }

    /// <summary>The ID of the row that could not be read; null if the error is not about a row.</summary>
    public string? RowId { get; init; }

    /// <summary>What to do next, in one sentence; null if the message says everything.</summary>
    public string? RecommendedAction { get; init; }

    /// <summary>
    /// Whether a change may have been applied although its outcome is unknown. Check before repeating it.
    /// </summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>The same error with a sentence before its message that names its subject.</summary>
    public PersonioException About(string subject) => With($"{subject} {Message}", RecommendedAction);

    /// <summary>The same error of a later request, after a change that has been applied.</summary>
    /// <param name="done">What was applied, as a sentence before the message.</param>
    public PersonioException AfterWrite(string done) =>
        With($"{done} {Message}", RecommendedAction, outcomeUnknown: true);

    /// <summary>The next step for the user. The message leaves its wording to the caller.</summary>
    public NextStep NextStep { get; init; }

    /// <summary>The same error with one more sentence in its message only.</summary>
    public PersonioException WithWords(string sentence) => With($"{Message} {sentence}", RecommendedAction);

    /// <summary>The same error with one more sentence: what to do next, in the caller's words.</summary>
    public PersonioException WithAdvice(string advice) =>
        With($"{Message} {advice}", RecommendedAction is null ? advice : $"{RecommendedAction} {advice}");

    /// <summary>
    /// The error that this one means for the caller's own task. This one becomes its cause; status, method and path
    /// stay.
    /// </summary>
    /// <param name="kind">What went wrong for the caller.</param>
    /// <param name="message">The message that replaces this one.</param>
    /// <param name="noun">The kind of object that was not found; null if it is the one the call was about.</param>
    /// <param name="action">What to do next; null if the message says everything.</param>
    public PersonioException As(ErrorKind kind, string message, string? noun = null, string? action = null) =>
        With(kind, message, this, noun, action, OutcomeUnknown, NextStep.None);

    /// <summary>Creates the exception for input that is rejected before any request.</summary>
    public static PersonioException Invalid(string message) => new(ErrorKind.InvalidRequest, message);

    /// <summary>The same error with another message.</summary>
    internal PersonioException With(
        string message, string? action, bool? outcomeUnknown = null, NextStep? next = null) =>
        With(Kind, message, InnerException, Noun, action, outcomeUnknown ?? OutcomeUnknown, next ?? NextStep);

    private PersonioException With(
        ErrorKind kind, string message, Exception? cause, string? noun, string? action, bool outcomeUnknown,
        NextStep next) =>
        new(kind, message, cause)
        {
            StatusCode = StatusCode,
            Noun = noun,
            Detail = Detail,
            TraceId = TraceId,
            Method = Method,
            Path = Path,
            MissingScope = MissingScope,
            RowId = RowId,
            RecommendedAction = action,
            OutcomeUnknown = outcomeUnknown,
            NextStep = next,
        };
}

namespace Personio.Rest;

/// <summary>
/// The only exception that leaves the client. Its message says what failed, which, and what to do next.
/// </summary>
public sealed class PersonioException : Exception
{
    /// <summary>Makes an exception with a message alone.</summary>
    public PersonioException(string message)
        : this(ErrorKind.UnexpectedResponse, message)
    {
    }

    /// <summary>Makes an exception with a message and its cause.</summary>
    public PersonioException(string message, Exception? innerException)
        : this(ErrorKind.UnexpectedResponse, message, innerException)
    {
    }

    /// <summary>Makes an exception without a word; for serializers.</summary>
    public PersonioException()
        : this(ErrorKind.UnexpectedResponse, "The service answered in an unexpected way.")
    {
    }

    /// <summary>Makes an exception of a kind.</summary>
    public PersonioException(ErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>What went wrong.</summary>
    public ErrorKind Kind { get; }

    /// <summary>The HTTP status, or null where no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>What was looked for and not found, for example AbsenceType; null where it is what the call was about.
    /// </summary>
    public string? Noun { get; init; }

    /// <summary>What the server said, in its own words; null where it said nothing.</summary>
    public string? Detail { get; init; }

    /// <summary>The trace id, which the support of the service asks for; null where none was given.</summary>
    public string? TraceId { get; init; }

    /// <summary>The HTTP method of the failed request; null where none was made.</summary>
    public string? Method { get; init; }

    /// <summary>The path of the failed request without its query; null where none was made.</summary>
    public string? Path { get; init; }

    /// <summary>The scope that the credential probably lacks; null where that is not the likely cause.</summary>
    public string? MissingScope { get; init; }

    /// <summary>The id of the row that could not be read; null where the fault is not about a row.</summary>
    public string? RowId { get; init; }

    /// <summary>What to do next, in one sentence; null where the message says all.</summary>
    public string? RecommendedAction { get; init; }

    /// <summary>
    /// Whether a change may have been carried out although no answer came. Look before repeating it.
    /// </summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>The same fault with a sentence before its message that says who and what it is about.</summary>
    public PersonioException About(string subject) => With($"{subject} {Message}", RecommendedAction);

    /// <summary>What is left to do with the tool of whoever calls; the message leaves that to it.</summary>
    public NextStep NextStep { get; init; }

    /// <summary>The same error with one sentence more in its message alone.</summary>
    public PersonioException WithWords(string sentence) => With($"{Message} {sentence}", RecommendedAction);

    /// <summary>The same error with one sentence more, which says what to do next in the words of the caller.</summary>
    public PersonioException WithAdvice(string advice) =>
        With($"{Message} {advice}", RecommendedAction is null ? advice : $"{RecommendedAction} {advice}");

    /// <summary>
    /// What this error means for what was asked, with this one as its cause: what was answered to which request stays.
    /// </summary>
    /// <param name="kind">What went wrong, for the caller.</param>
    /// <param name="message">The message in place of this one.</param>
    /// <param name="noun">What was looked for; null where it is what the call was about.</param>
    /// <param name="action">What to do next; null where the message says all.</param>
    public PersonioException As(ErrorKind kind, string message, string? noun = null, string? action = null) =>
        With(kind, message, this, noun, action, OutcomeUnknown, NextStep.None);

    /// <summary>Makes the exception for input that is refused before any request.</summary>
    public static PersonioException Invalid(string message) => new(ErrorKind.InvalidRequest, message);

    /// <summary>The same error in other words.</summary>
    internal PersonioException With(string message, string? action, bool? outcomeUnknown = null, NextStep? next = null) =>
        With(Kind, message, InnerException, Noun, action, outcomeUnknown ?? OutcomeUnknown, next ?? NextStep);

    private PersonioException With(
        ErrorKind kind, string message, Exception? cause, string? noun, string? action, bool outcomeUnknown, NextStep next) =>
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

namespace Personio.Sandbox;

/// <summary>A logged request, as the control API returns it.</summary>
internal sealed record ControlRequest(
    string Method,
    string Path,
    string RawTarget,
    string Body,
    int Status,
    DateTimeOffset ReceivedAt,
    bool Aborted,
    IReadOnlyDictionary<string, string> Headers)
{
    public static ControlRequest From(RecordedRequest request) => new(
        request.Method, request.Path, request.RawTarget, request.Body, request.Status, request.ReceivedAt,
        request.Aborted, request.Headers);
}

using Personio.Sandbox.Http;

namespace Personio.Sandbox.Api;

/// <summary>
/// Counts the requests in progress for compensations without `person.id`: a company may have two at a time. Requests
/// with `person.id` do not count.
/// </summary>
internal sealed class CompensationLimits(SandboxOptions options)
{
    private int _inProgress;

    /// <summary>Counts a request until its turn is disposed of.</summary>
    public CompensationTurn Enter(HttpRequest request, Route? route)
    {
        if (route != Compensations.Listing || NamesPersons(request))
        {
            return new CompensationTurn(null, isTooMany: false);
        }

        int maxPersons = options.UnfilteredCompensations;
        bool isTooMany = Interlocked.Increment(ref _inProgress) > maxPersons && maxPersons > 0;
        return new CompensationTurn(() => Interlocked.Decrement(ref _inProgress), isTooMany);
    }

    // The link to a further page holds its filters in the cursor.
    private static bool NamesPersons(HttpRequest request) => request.Query.Any(pair => pair.Key == "person.id"
        || (pair.Key == "cursor"
            && Cursor.TryDecode(pair.Value, request.Path)?.Filters.ContainsKey("person.id") == true));
}

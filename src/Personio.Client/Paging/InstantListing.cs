using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Lists persons or employments by the instants at which they were created or changed. Some tenants accept only dates
/// in these filters and answer 400 to a time. In that case, the surrounding days are requested and the rows are
/// filtered here. The session remembers which kind of tenant it has.
/// </summary>
/// <param name="session">Remembers whether the tenant accepts only dates.</param>
/// <param name="list">Lists the rows of a request, up to a maximum number.</param>
internal sealed class InstantListing<T>(
    PersonioSession session, Func<ApiRequest, int?, IAsyncEnumerable<T>> list)
{
    private static readonly string[] s_filters =
        ["created_at.gt", "created_at.lt", "updated_at.gt", "updated_at.lt"];

    /// <summary>Whether a request filters by instants that a tenant may not accept.</summary>
    public static bool Handles(ApiRequest request) =>
        (typeof(T) == typeof(Person) || typeof(T) == typeof(Employment))
        && (request.Endpoint == Endpoints.ListPersons || request.Endpoint == Endpoints.ListEmployments)
        && request.Query.Any(pair => s_filters.Contains(pair.Key));

    /// <summary>Returns the rows.</summary>
    public async IAsyncEnumerable<T> ReadAsync(
        ApiRequest request, int? first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        bool byDay = session.AcceptsDatesOnly;
        IAsyncEnumerator<T> rows = Start(request, first, byDay, cancellationToken);
        try
        {
            bool isFirst = true;
            while (true)
            {
                bool hasRow;
                try
                {
                    hasRow = await rows.MoveNextAsync().ConfigureAwait(false);
                }
                catch (PersonioException fault) when (isFirst && !byDay && fault.StatusCode == 400)
                {
                    (rows, hasRow) = await RetryWithDatesAsync(rows, request, first, fault, cancellationToken)
                        .ConfigureAwait(false);
                }

                isFirst = false;
                if (!hasRow)
                {
                    yield break;
                }

                yield return rows.Current;
            }
        }
        finally
        {
            await rows.DisposeAsync().ConfigureAwait(false);
        }
    }

    // Retries once with whole days. If that is rejected too, the time was not the problem, and the first error is
    // thrown.
    private async Task<(IAsyncEnumerator<T> Rows, bool HasRow)> RetryWithDatesAsync(
        IAsyncEnumerator<T> refused, ApiRequest request, int? first, PersonioException fault,
        CancellationToken cancellationToken)
    {
        IAsyncEnumerator<T> rows = Start(request, first, byDay: true, cancellationToken);
        try
        {
            bool hasRow = await rows.MoveNextAsync().ConfigureAwait(false);
            session.AcceptsDatesOnly = true;
            await refused.DisposeAsync().ConfigureAwait(false);
            return (rows, hasRow);
        }
        catch (PersonioException second) when (second.StatusCode == 400)
        {
            await rows.DisposeAsync().ConfigureAwait(false);
            throw fault;
        }
    }

    private IAsyncEnumerator<T> Start(
        ApiRequest request, int? first, bool byDay, CancellationToken cancellationToken) => (byDay
            ? FilterAsync(request, first)
            : list(request, first)).GetAsyncEnumerator(cancellationToken);

    private async IAsyncEnumerable<T> FilterAsync(ApiRequest request, int? first)
    {
        ImmutableArray<KeyValuePair<string, string>> byDay = [.. request.Query.Select(Widen)];
        int left = first ?? int.MaxValue;
        await foreach (T row in list(request with { Query = byDay }, null).ConfigureAwait(false))
        {
            if (request.Query.All(pair => Passes(row, pair)))
            {
                yield return row;
                if (--left == 0)
                {
                    yield break;
                }
            }
        }
    }

    // One day earlier or later, because the filter may or may not include the day itself.
    private static KeyValuePair<string, string> Widen(KeyValuePair<string, string> pair) =>
        !s_filters.Contains(pair.Key)
            ? pair
            : new(pair.Key, DateText.Day(
                Shift(InstantOf(pair.Value).UtcDateTime.Date, IsAfter(pair.Key) ? -1 : 1)));

    // DateTime has no day before its first one or after its last one.
    private static DateTime Shift(DateTime day, int days) =>
        day > DateTime.MinValue.Date && day < DateTime.MaxValue.Date ? day.AddDays(days) : day;

    private static bool Passes(T row, KeyValuePair<string, string> pair)
    {
        if (!s_filters.Contains(pair.Key))
        {
            return true;
        }

        bool isCreation = pair.Key.StartsWith("created", StringComparison.Ordinal);
        DateTimeOffset? value = row switch
        {
            Person person => isCreation ? person.CreatedAt : person.UpdatedAt,
            Employment employment => isCreation ? employment.CreatedAt : employment.UpdatedAt,
            _ => null,
        };
        DateTimeOffset bound = InstantOf(pair.Value);
        return value is not { } known || (IsAfter(pair.Key) ? known > bound : known < bound);
    }

    private static bool IsAfter(string filter) => filter.EndsWith(".gt", StringComparison.Ordinal);

    private static DateTimeOffset InstantOf(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

using Personio.Models;

namespace Personio.PingOne;

/// <summary>
/// Creates users and makes up for what PingOne does on the way: answers get lost, populations come without a name, and
/// some environments enable every new user.
/// </summary>
/// <param name="client">Reads users and populations.</param>
/// <param name="exchange">Sends the requests.</param>
/// <param name="time">Waits for lists that lag behind.</param>
/// <param name="log">Receives what is done.</param>
internal sealed class UserCreation(PingOneClient client, PingOneExchange exchange, TimeProvider time, IActivityLog log)
{
    // Lists and filters may lag behind a write by seconds.
    private static readonly TimeSpan s_lag = TimeSpan.FromSeconds(3);

    /// <summary>Creates a user. One whose answer was lost is looked for before anything else is said.</summary>
    /// <exception cref="PersonioException">It was refused, or it is not known whether it was created.</exception>
    public async Task<WrittenUser> CreateAsync(
        IReadOnlyDictionary<string, object?> attributes, CancellationToken cancellationToken)
    {
        KeyValuePair<string, object?>[] given = [.. attributes.Where(pair => pair.Value is not null)];
        ApiRequest request = exchange.At(Endpoints.CreateUser).WithBody(UserAttributes.ToBody(given));
        WrittenUser made;
        try
        {
            made = WrittenUser.From(
                given, await exchange.SendAsync(request, cancellationToken).ConfigureAwait(false), request);
        }
        catch (PersonioException lost) when (lost.OutcomeUnknown)
        {
            if (await FindLostAsync(given, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                throw;
            }

            made = found;
        }

        made = await NamePopulationAsync(made, cancellationToken).ConfigureAwait(false);
        // Some environments create every user enabled, whatever the body says.
        return attributes.GetValueOrDefault("enabled") is false && made.User.Enabled == true
            ? await DisableAsync(made, cancellationToken).ConfigureAwait(false)
            : made;
    }

    private async Task<WrittenUser?> FindLostAsync(
        KeyValuePair<string, object?>[] sent, CancellationToken cancellationToken)
    {
        string? userName = sent.FirstOrDefault(pair => pair.Key == "username").Value as string;
        string? key = sent.FirstOrDefault(pair => pair.Key == "externalId").Value as string;
        if (userName is null)
        {
            return null;
        }

        log.Verbose("The answer was lost; looking whether the user was created.");
        await Task.Delay(s_lag, time, cancellationToken).ConfigureAwait(false);
        await foreach (PingOneUser user in client.ListUsersAsync(
            ScimFilter.Equal("username", userName), 1, null, cancellationToken).ConfigureAwait(false))
        {
            // Somebody else's account of this name is not what was created.
            if (user.ExternalId == key && user.UserId is { } id)
            {
                ApiRequest request = exchange.At(Endpoints.GetUser, id);
                return WrittenUser.From(
                    sent, await exchange.SendAsync(request, cancellationToken).ConfigureAwait(false), request);
            }
        }

        return null;
    }

    // The answers to writes have the id of the population alone. The write is done: a name that cannot be read is missing.
    private async Task<WrittenUser> NamePopulationAsync(WrittenUser written, CancellationToken cancellationToken)
    {
        if (written.User is not { PopulationId: { } id, Population: null })
        {
            return written;
        }

        try
        {
            IReadOnlyList<PingOnePopulation> all = await client.GetPopulationsAsync(cancellationToken).ConfigureAwait(false);
            string? name = all.FirstOrDefault(row => row.PopulationId == id)?.Name;
            return written with { User = written.User with { PopulationReference = new PingOneUser.Reference { Id = id, Name = name } } };
        }
        catch (PersonioException fault)
        {
            log.Verbose($"The name of population {id} could not be read. {fault.Message}");
            return written;
        }
    }

    private async Task<WrittenUser> DisableAsync(WrittenUser made, CancellationToken cancellationToken)
    {
        await client.SetEnabledAsync(made.User.UserId!, false, cancellationToken).ConfigureAwait(false);
        return made with { User = made.User with { Enabled = false } };
    }
}

using Personio.Models;

namespace Personio.PingOne;

/// <summary>
/// Creates users and works around problems of PingOne: answers get lost, populations are returned without their name,
/// and some environments enable every new user.
/// </summary>
/// <param name="client">Reads users and populations.</param>
/// <param name="exchange">Sends the requests.</param>
/// <param name="time">Times the wait for lists that lag behind.</param>
/// <param name="log">Receives messages about requests.</param>
internal sealed class UserCreation(PingOneClient client, PingOneExchange exchange, TimeProvider time, IActivityLog log)
{
    // Lists and filters may lag behind a write by a few seconds.
    private static readonly TimeSpan s_listLag = TimeSpan.FromSeconds(3);

    /// <summary>Creates a user. If the answer is lost, looks for the user before reporting an error.</summary>
    /// <exception cref="PersonioException">The request was refused, or it is unknown whether the user was
    /// created.</exception>
    public async Task<WrittenUser> CreateAsync(
        IReadOnlyDictionary<string, object?> attributes, CancellationToken cancellationToken)
    {
        KeyValuePair<string, object?>[] given = [.. attributes.Where(pair => pair.Value is not null)];
        ApiRequest request = exchange.At(Endpoints.CreateUser).WithBody(UserAttributes.ToBody(given));
        WrittenUser created;
        try
        {
            created = WrittenUser.From(
                given, await exchange.SendAsync(request, cancellationToken).ConfigureAwait(false), request);
        }
        catch (PersonioException lost) when (lost.OutcomeUnknown)
        {
            if (await FindLostAsync(given, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                throw;
            }

            created = found;
        }

        created = await NamePopulationAsync(created, cancellationToken).ConfigureAwait(false);
        // Some environments create every user enabled, regardless of the body.
        return attributes.GetValueOrDefault("enabled") is false && created.User.Enabled == true
            ? await DisableAsync(created, cancellationToken).ConfigureAwait(false)
            : created;
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
        await Task.Delay(s_listLag, time, cancellationToken).ConfigureAwait(false);
        await foreach (PingOneUser user in client.ListUsersAsync(
            ScimFilter.Equal("username", userName), 1, null, cancellationToken).ConfigureAwait(false))
        {
            // Another account with this user name is not the one that was created.
            if (user.ExternalId == key && user.UserId is { } id)
            {
                ApiRequest request = exchange.At(Endpoints.GetUser, id);
                return WrittenUser.From(
                    sent, await exchange.SendAsync(request, cancellationToken).ConfigureAwait(false), request);
            }
        }

        return null;
    }

    // Answers to writes only contain the population's ID. The write is done, so an unreadable name is left empty.
    private async Task<WrittenUser> NamePopulationAsync(WrittenUser written, CancellationToken cancellationToken)
    {
        if (written.User is not { PopulationId: { } id, Population: null })
        {
            return written;
        }

        try
        {
            IReadOnlyList<PingOnePopulation> all =
                await client.GetPopulationsAsync(cancellationToken).ConfigureAwait(false);
            string? name = all.FirstOrDefault(row => row.PopulationId == id)?.Name;
            var population = new PingOneUser.Reference { Id = id, Name = name };
            return written with { User = written.User with { PopulationReference = population } };
        }
        catch (PersonioException fault)
        {
            log.Verbose($"The name of population {id} could not be read. {fault.Message}");
            return written;
        }
    }

    private async Task<WrittenUser> DisableAsync(WrittenUser created, CancellationToken cancellationToken)
    {
        try
        {
            await client.SetEnabledAsync(created.User.UserId!, false, cancellationToken).ConfigureAwait(false);
            return created with { User = created.User with { Enabled = false } };
        }
        catch (PersonioException fault)
        {
            // The user exists, so the creation as a whole was not refused.
            throw fault.AfterWrite(
                $"User {created.User.UserName} ({created.User.UserId}) was created, but it is enabled and "
                + "could not be disabled.");
        }
    }
}

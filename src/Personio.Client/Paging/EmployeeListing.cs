using Personio.Client.Json;

namespace Personio.Client;

/// <summary>
/// Lists employees through API v1: a hundred per request, including the names of departments, teams and so on.
/// </summary>
public static class EmployeeListing
{
    /// <summary>Lists employees, reading each page as it is needed.</summary>
    /// <param name="client">The client.</param>
    /// <param name="attributes">The keys of the custom attributes to include.</param>
    /// <param name="email">The address of the one employee to return; null for all.</param>
    /// <param name="total">Receives the total with each page; null if not needed.</param>
    /// <param name="cancellationToken">Cancels the listing and any pages being read ahead.</param>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public static IAsyncEnumerable<EmployeeParts> ListEmployeesAsync(
        this PersonioClient client, IEnumerable<string> attributes, string? email = null, Action<int>? total = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        int size = Endpoints.ListEmployees.PageSize;
        ApiRequest request = Endpoints.ListEmployees.For().With("email", email);
        request = EmployeePartsReader.Keys.Concat(attributes).Aggregate(
            request, (wider, key) => wider.With("attributes[]", key));
        var reader = new EmployeeListReader($"{request.PathAndQuery.Split('?', 2)[1]}&", size, total);
        return new PageReader<EmployeeParts>(
            client.Session.Transport, client.Log, request.WithLimit(size), null, reader.ReadPage,
            row => row.Person.PersonId)
            .ReadAsync(cancellationToken);
    }
}

using System.Globalization;
using Personio.Client;
using Personio.Models;
using Personio.Sandbox;

namespace Personio.Faults;

/// <summary>A wait of a client that never ends, so that it must be canceled.</summary>
/// <param name="Name">Its name in the figures.</param>
/// <param name="Arm">Makes the tenant slow or silent.</param>
/// <param name="Begin">The call to cancel; it must not end by itself.</param>
internal sealed record Wait(
    string Name, Action<SandboxServer> Arm, Func<PersonioClient, SandboxTenant, CancellationToken, Task> Begin)
{
    private const int Large = 4 * 1024 * 1024;

    /// <summary>All waits in the client.</summary>
    public static IReadOnlyList<Wait> All { get; } =
    [
        new("its turn at the rate limiter", server => server.Options.RateLimits = true, EmploymentsOfAllAsync),
        new("the next try", server => Fail(server, 503, "30"), PersonsAsync),
        new("the next try of a quick server", server => Fail(server, 503, null), PersonsAsync),
        new("what a 429 asked for", server => Fail(server, 429, "60"), AbsencesAsync),
        new("a token", server =>
        {
            server.ExpireTokens();
            server.AddFault(new SandboxFault { PathPrefix = "/v2/auth", Kind = FaultKind.StallBody, Times = -1 });
        }, PersonsAsync),
        new("another's token", server =>
        {
            server.ExpireTokens();
            server.AddFault(new SandboxFault { PathPrefix = "/v2/auth", Kind = FaultKind.StallBody, Times = -1 });
        }, EmploymentsOfAllAsync),
        new("the head of an answer", server => server.Options.Latency = TimeSpan.FromSeconds(5), PersonsAsync),
        new("the rest of an answer", Stall(0), PersonsAsync),
        new("a page asked for ahead", Stall(1), SlowlyAsync),
        new("windows side by side", Stall(3), WindowsAsync),
        new("requests side by side", Stall(2), EmploymentsOfAllAsync),
        new("a download", Stall(0), DownloadAsync),
        new("an upload", server => server.Options.Latency = TimeSpan.FromSeconds(5), UploadAsync),
        new("a change", server => server.Options.Latency = TimeSpan.FromSeconds(5), ChangeAsync),
    ];

    private static Action<SandboxServer> Stall(int skip) => server => server.AddFault(
        new SandboxFault { Kind = FaultKind.StallBody, Skip = skip, Times = -1 });

    private static void Fail(SandboxServer server, int status, string? retryAfter)
    {
        var fault = new SandboxFault { Status = status, Times = -1 };
        if (retryAfter is not null)
        {
            fault.Headers["Retry-After"] = retryAfter;
        }

        server.AddFault(fault);
    }

    private static async Task PersonsAsync(PersonioClient client, SandboxTenant tenant, CancellationToken token)
    {
        while (true)
        {
            await foreach (Person _ in client.ListAsync<Person>(Endpoints.ListPersons.For(), null, token))
            {
            }
        }
    }

    private static async Task SlowlyAsync(PersonioClient client, SandboxTenant tenant, CancellationToken token)
    {
        await foreach (Person _ in client.ListAsync<Person>(
            Endpoints.ListPersons.For().With("limit", "20"), null, token))
        {
            // The second page is being read while the rows of the first are processed.
            await Task.Delay(1, token);
        }
    }

    private static async Task EmploymentsOfAllAsync(
        PersonioClient client, SandboxTenant tenant, CancellationToken token) =>
        await Task.WhenAll(tenant.PersonIds.Concat(tenant.PersonIds).Concat(tenant.PersonIds).Select(id =>
            client.ListAllAsync<Employment>(Endpoints.ListEmployments.For(id), token)));

    private static async Task AbsencesAsync(
        PersonioClient client, SandboxTenant tenant, CancellationToken token) =>
        await Task.WhenAll(tenant.AbsencePeriodIds.Take(8).Select(id =>
            client.GetAsync<AbsencePeriod>(Endpoints.GetAbsencePeriod.For(id), token)));

    private static async Task WindowsAsync(PersonioClient client, SandboxTenant tenant, CancellationToken token)
    {
        static string? Text(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var query = new WindowedQuery<AttendancePeriod>
        {
            From = tenant.Today.AddDays(-12).ToDateTime(default),
            To = tenant.Today.ToDateTime(default),
            Request = days => Endpoints.ListAttendancePeriods.For()
                .With("attribution_date.gte", Text(days.First)).With("attribution_date.lte", Text(days.Last)),
            DayOf = row => row.AttributionDate,
            WindowRows = 100,
        };
        await foreach (AttendancePeriod _ in client.ListDaysAsync(query, token))
        {
        }
    }

    private static async Task DownloadAsync(PersonioClient client, SandboxTenant tenant, CancellationToken token)
    {
        using var target = new MemoryStream();
        await client.Files.DownloadAsync(Endpoints.DownloadDocument.For(tenant.DocumentIds[0]), target, token);
    }

    private static async Task UploadAsync(PersonioClient client, SandboxTenant tenant, CancellationToken token)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, new byte[Large], token);
            await client.Files.UploadAsync(
                new FileUpload(file, new Dictionary<string, string?>
                {
                    ["title"] = "Large",
                    ["employee_id"] = tenant.PersonIds[0],
                    ["category_id"] = tenant.DocumentCategories.Live.First().Id,
                }),
                token);
        }
        finally
        {
            // On Windows, this fails as long as the file is still open.
            File.Delete(file);
        }
    }

    private static Task ChangeAsync(PersonioClient client, SandboxTenant tenant, CancellationToken token) =>
        client.SendAsync(
            Endpoints.UpdatePerson.For(tenant.PersonIds[0]).WithBody(new { preferred_name = "Other" }), token);
}

using Personio.Models;

namespace Personio.PingOne.Tests;

public sealed class UserTests
{
    [Fact]
    public async Task All_users_are_returned_page_by_page_with_the_names_of_their_populations()
    {
        using var connection = new Connection(options => options.PageCap = 20);
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;
        int counted = 0;

        List<PingOneUser> users = [];
        await foreach (PingOneUser user in client.ListUsersAsync(counted: count => counted = count))
        {
            users.Add(user);
        }

        Assert.Equal(connection.Directory.UserIds, users.Select(user => user.UserId));
        Assert.Equal(users.Count, counted);
        Assert.All(users, user => Assert.NotNull(user.Population));
        Assert.Contains(users, user => user["department"] is string);
    }

    [Fact]
    public async Task The_first_users_cost_one_request()
    {
        using var connection = new Connection();
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;

        int seen = 0;
        await foreach (PingOneUser _ in client.ListUsersAsync(first: 5))
        {
            seen++;
        }

        Assert.Equal((5, 1), (seen, connection.Server.Requests.Count));
        Assert.Equal("5", connection.Server.Requests[0].Query["limit"]);
    }

    [Fact]
    public async Task A_user_has_flat_properties_and_custom_attributes_by_name()
    {
        using var connection = new Connection();
        string id = connection.Directory.AddUser(
            """
            {"username":"ilka.b","email":"ilka@example.org","externalId":"20417","title":"Planerin","type":"Employee",
             "department":"Netze","name":{"given":"Ilka","family":"Brömse"},
             "address":{"locality":"Wien","countryCode":"AT"},"timezone":"Europe/Vienna"}
            """);
        connection.Server.Options.ExtraMembers = true;
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;

        PingOneUser user = await client.GetUserAsync(id);

        Assert.Equal(
            ("ilka.b", "Ilka", "Brömse", "Ilka Brömse", "20417", "Planerin"),
            (user.UserName, user.GivenName, user.FamilyName, user.DisplayName, user.ExternalId, user.Title));
        Assert.Equal(
            ("Wien", "AT", "Europe/Vienna", "Staff", "OK"),
            (user.Locality, user.CountryCode, user.TimeZone, user.Population, user.AccountStatus));
        Assert.Equal("Netze", user["Department"]);
        Assert.True(user.AdditionalProperties.ContainsKey("riskProfile"));
        Assert.False(user.AdditionalProperties.ContainsKey("_links"));
    }

    [Fact]
    public async Task A_new_user_is_returned_and_dropped_attributes_are_named()
    {
        using var connection = new Connection();
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;

        WrittenUser made = await client.CreateUserAsync(new Dictionary<string, object?>
        {
            ["username"] = "new.one", ["name.given"] = "New", ["name.family"] = "One", ["costCenter"] = "4711",
            ["enabled"] = false,
        });

        Assert.Equal(["costCenter"], made.NotKept);
        Assert.False(made.User.Enabled);
        Assert.Equal("One", made.User.FamilyName);
        Assert.NotNull(connection.Directory.FindUserJsonByName("new.one"));
    }

    [Fact]
    public async Task A_user_that_was_created_enabled_against_the_request_is_disabled_immediately()
    {
        using var connection = new Connection(options => options.EnabledInPost = false);
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;

        WrittenUser made = await client.CreateUserAsync(
            new Dictionary<string, object?> { ["username"] = "new.one", ["enabled"] = false });

        Assert.False(made.User.Enabled);
        Assert.Contains(
            "\"enabled\":false", connection.Directory.FindUserJson(made.User.UserId!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    public async Task A_new_user_that_could_not_be_disabled_is_not_reported_as_refused(int status)
    {
        using var connection = new Connection(options => options.EnabledInPost = false);
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;
        connection.Server.AddFault(new Sandbox.SandboxFault
        {
            Method = "PUT", PathPattern = "/enabled$", Status = status, Body = """{"code":"ANY"}""",
        });

        PersonioException fault = await Assert.ThrowsAsync<PersonioException>(() => client.CreateUserAsync(
            new Dictionary<string, object?> { ["username"] = "new.one", ["enabled"] = false }));

        Assert.True(fault.OutcomeUnknown);
        Assert.StartsWith("User new.one (", fault.Message, StringComparison.Ordinal);
        Assert.Contains("was created, but it is enabled", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_create_whose_response_was_lost_is_found_and_not_repeated()
    {
        using var connection = new Connection();
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync(
            options => options with { MaxRetry = 3 });
        using PingOneSession open = session;
        connection.Server.AddFault(new Sandbox.SandboxFault
        {
            Method = "POST", PathPattern = "/users$", Kind = Sandbox.FaultKind.ResetBeforeResponse,
            AfterProcessing = true,
        });

        WrittenUser made = await client.CreateUserAsync(
            new Dictionary<string, object?> { ["username"] = "lost.one", ["externalId"] = "77" });

        Assert.Equal("lost.one", made.User.UserName);
        Assert.Single(connection.Sent("POST"));
    }

    [Fact]
    public async Task A_lost_create_is_not_mistaken_for_the_account_of_another_person()
    {
        using var connection = new Connection();
        connection.Directory.AddUser("""{"username":"taken","externalId":"1"}""");
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;
        connection.Server.AddFault(new Sandbox.SandboxFault { Method = "POST", PathPattern = "/users$", Status = 503 });

        PersonioException lost = await Assert.ThrowsAsync<PersonioException>(() => client.CreateUserAsync(
            new Dictionary<string, object?> { ["username"] = "taken", ["externalId"] = "2" }));

        Assert.True(lost.OutcomeUnknown);
    }

    [Fact]
    public async Task A_change_sends_only_what_was_specified_and_null_clears()
    {
        using var connection = new Connection();
        string id = connection.Directory.AddUser("""{"username":"a","title":"Old","nickname":"Al"}""");
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;

        WrittenUser changed = await client.UpdateUserAsync(
            id, new Dictionary<string, object?> { ["title"] = "New", ["nickname"] = null });

        Assert.Empty(changed.NotKept);
        Assert.Equal(("New", null), (changed.User.Title, changed.User.Nickname));
        Assert.Equal("""{"title":"New","nickname":null}""", connection.Server.Requests[0].Body);
    }

    [Fact]
    public async Task A_change_is_never_sent_twice_but_enabling_is()
    {
        using var connection = new Connection();
        string id = connection.Directory.AddUser("""{"username":"a"}""");
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync(
            options => options with { MaxRetry = 2 });
        using PingOneSession open = session;
        connection.Server.AddFault(new Sandbox.SandboxFault { Method = "PATCH", Status = 503 });
        connection.Server.AddFault(new Sandbox.SandboxFault { Method = "PUT", Status = 503 });

        PersonioException lost = await Assert.ThrowsAsync<PersonioException>(
            () => client.UpdateUserAsync(id, new Dictionary<string, object?> { ["title"] = "x" }));
        await client.SetEnabledAsync(id, false);

        Assert.True(lost.OutcomeUnknown);
        Assert.Single(connection.Sent("PATCH"));
        Assert.Equal(2, connection.Sent("PUT").Length);
    }

    [Fact]
    public async Task Refusals_contain_attribute_reason_and_correlation_id()
    {
        using var connection = new Connection();
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;

        PersonioException pattern = await Assert.ThrowsAsync<PersonioException>(() => client.CreateUserAsync(
            new Dictionary<string, object?> { ["username"] = "a", ["name.family"] = "A/B" }));
        PersonioException taken = await Assert.ThrowsAsync<PersonioException>(() => client.CreateUserAsync(
            new Dictionary<string, object?> { ["username"] = "directory.admin" }));

        Assert.Equal(ErrorKind.InvalidRequest, pattern.Kind);
        Assert.Contains(
            "name.family: must match the pattern (allowed pattern", pattern.Message, StringComparison.Ordinal);
        Assert.NotNull(pattern.TraceId);
        Assert.Equal(ErrorKind.Conflict, taken.Kind);
        Assert.Contains("outside the populations", taken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_role_is_distinguished_from_an_environment_that_is_gone()
    {
        using var connection = new Connection();
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;
        connection.Server.Options.Roles = "Identity Data Read Only";

        PersonioException denied = await Assert.ThrowsAsync<PersonioException>(
            () => client.CreateUserAsync(new Dictionary<string, object?> { ["username"] = "a" }));
        connection.Server.AddFault(new Sandbox.SandboxFault
        {
            PathPattern = "^/v1/environments/[^/]+$", Kind = Sandbox.FaultKind.RawBody, Status = 404,
            Body = """{"code":"NOT_FOUND"}""",
        });
        PersonioException gone = await Assert.ThrowsAsync<PersonioException>(
            () => client.CreateUserAsync(new Dictionary<string, object?> { ["username"] = "a" }));

        Assert.Equal((ErrorKind.AccessDenied, "Identity Data Admin"), (denied.Kind, denied.MissingScope));
        Assert.Contains("Roles > Grant Roles", denied.Message, StringComparison.Ordinal);
        Assert.Equal((ErrorKind.NotFound, "Environment"), (gone.Kind, gone.Noun));
    }

    [Fact]
    public async Task A_next_link_to_another_host_is_not_followed_and_a_circular_one_ends()
    {
        using var connection = new Connection(
            options => (options.PageCap, options.WrongNextLink) = (10, "https://elsewhere.example.org"));
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;

        PersonioException astray = await Assert.ThrowsAsync<PersonioException>(() => CountAsync(client));
        connection.Server.Options.WrongNextLink = "loop";
        PersonioException circle = await Assert.ThrowsAsync<PersonioException>(() => CountAsync(client));

        Assert.Contains("another host", astray.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorKind.UnexpectedResponse, circle.Kind);
    }

    [Fact]
    public async Task A_renewed_token_serves_requests_that_were_rejected()
    {
        using var connection = new Connection();
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;
        connection.Server.ExpireTokens();

        int count = await CountAsync(client);

        Assert.Equal(connection.Directory.UserIds.Count, count);
        Assert.Equal(1, connection.Server.TokenRequests);
    }

    private static async Task<int> CountAsync(PingOneClient client)
    {
        int count = 0;
        await foreach (PingOneUser _ in client.ListUsersAsync())
        {
            count++;
        }

        return count;
    }
}

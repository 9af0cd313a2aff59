using Personio.Models;

namespace Personio.PingOne.Tests;

public sealed class DirectoryTests
{
    [Fact]
    public async Task The_schema_and_the_populations_are_read_once_per_session()
    {
        using var connection = new Connection();
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;

        IReadOnlyList<PingOneAttribute> attributes = await client.GetAttributesAsync();
        await client.GetAttributesAsync();
        IReadOnlyList<PingOnePopulation> populations = await client.GetPopulationsAsync();
        await client.GetPopulationsAsync();

        Assert.Equal(3, connection.Server.Requests.Count);
        Assert.Equal("CUSTOM", attributes.Single(row => row.Name == "department").SchemaType);
        Assert.Contains("family", attributes.Single(row => row.Name == "name").SubAttributes);
        Assert.Equal(["Staff", "Externals", "Service accounts"], populations.Select(row => row.Name));
        Assert.True(populations[0].IsDefault);
    }

    [Fact]
    public async Task Adding_or_removing_a_member_twice_is_not_an_error()
    {
        using var connection = new Connection();
        string user = connection.Directory.AddUser("""{"username":"a"}""");
        string group = connection.Directory.GroupIds["vpn-users"];
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;

        bool[] results =
        [
            await client.AddMemberAsync(user, group), await client.AddMemberAsync(user, group),
            await client.RemoveMemberAsync(user, group), await client.RemoveMemberAsync(user, group),
        ];

        Assert.Equal([true, false, true, false], results);
    }

    [Fact]
    public async Task A_dynamic_group_refuses_members()
    {
        using var connection = new Connection();
        string user = connection.Directory.AddUser("""{"username":"a"}""");
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;

        PersonioException refused = await Assert.ThrowsAsync<PersonioException>(
            () => client.AddMemberAsync(user, connection.Directory.GroupIds["contractors"]));

        Assert.Equal(ErrorKind.InvalidRequest, refused.Kind);
    }

    [Fact]
    public async Task Administrators_are_identified_by_their_role_assignments()
    {
        using var connection = new Connection();
        string other = connection.Directory.AddUser("""{"username":"a"}""");
        string admin = connection.Directory.AddUser("""{"username":"b"}""");
        connection.Directory.GrantAdminRole(admin);
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;

        Assert.True(await client.IsAdministratorAsync(admin));
        Assert.False(await client.IsAdministratorAsync(other));
    }

    [Theory]
    [InlineData("a\"b\\c", "username eq \"a\\\"b\\\\c\"")]
    [InlineData("", "username eq \"\"")]
    public void Values_in_filters_are_escaped(string value, string filter) =>
        Assert.Equal(filter, ScimFilter.Equal("username", value));

    [Fact]
    public void Expressions_are_joined_and_alternatives_kept_together() => Assert.Equal(
        "a eq \"1\" and (b eq \"2\" or c eq \"3\")",
        ScimFilter.All("a eq \"1\"", null, "b eq \"2\" or c eq \"3\""));

    [Fact]
    public async Task An_id_that_is_not_a_uuid_is_refused_before_any_request()
    {
        using var connection = new Connection();
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;

        PersonioException refused = await Assert.ThrowsAsync<PersonioException>(() => client.GetUserAsync("4102"));

        Assert.Equal(ErrorKind.InvalidRequest, refused.Kind);
        Assert.Empty(connection.Server.Requests);
    }
}

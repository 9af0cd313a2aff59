using System.Text.Json;

namespace Personio.Sandbox.Tests;

public sealed class PersonTests
{
    [Fact]
    public async Task All_pages_together_have_every_person_exactly_once()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        IReadOnlyList<Reply> pages = await visitor.PagesAsync("v2/persons?limit=7");

        Assert.Equal(9, pages.Count);
        Assert.Equal(visitor.Tenant.PersonIds, pages.SelectMany(page => page.Ids));
    }

    [Fact]
    public async Task A_page_has_ten_persons_unless_requested_otherwise()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync("v2/persons");

        Assert.Equal(10, reply.Data.Count);
        Assert.StartsWith($"{visitor.Server.BaseUri}v2/persons?cursor=", reply.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_page_has_no_next_link_even_when_it_is_full()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.PersonCount = 20);

        IReadOnlyList<Reply> pages = await visitor.PagesAsync("v2/persons?limit=10");

        Assert.Equal([10, 10], pages.Select(page => page.Data.Count));
    }

    [Fact]
    public async Task A_person_who_leaves_or_joins_between_two_pages_neither_hides_nor_duplicates_another()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.PersonCount = 20);
        Reply first = await visitor.GetAsync("v2/persons?limit=15");
        string added = visitor.Tenant.AddPerson("First", "Last", "new@example.org");

        Reply second = await visitor.GetAsync(first.Next!);

        Assert.Equal(5 + 1, second.Ids.Count);
        Assert.Equal(added, second.Ids[^1]);
        Assert.Empty(first.Ids.Intersect(second.Ids));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("51")]
    [InlineData("-1")]
    [InlineData("ten")]
    [InlineData("")]
    public async Task A_limit_out_of_range_is_refused(string limit)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync($"v2/persons?limit={limit}");

        Assert.Equal(400, reply.Status);
        Assert.Equal("Provided value for limit is not valid", reply.ErrorDetail);
        Assert.Equal("application/problem+json", reply.ContentType);
    }

    [Theory]
    [InlineData("status=LEAVE", "Provided request parameters are invalid.")]
    [InlineData("status=active", "Provided request parameters are invalid.")]
    [InlineData("updated_at.gt=yesterday", "Provided request parameters are invalid.")]
    [InlineData("updated_at.gt=2026-01-01", "Provided request parameters are invalid.")]
    [InlineData("updated_at.gt=2026-01-01T00:00:00", "Provided request parameters are invalid.")]
    [InlineData("id=4100,", "Provided request parameters are invalid.")]
    [InlineData("person.id=4100", "Provided request parameters are invalid.")]
    [InlineData("attributes=email", "Provided request parameters are invalid.")]
    [InlineData("id.nooperator=1", "Provided filter encoding is invalid.")]
    [InlineData("updated_at.gte=2026-01-01T00:00:00Z", "Provided filter encoding is invalid.")]
    [InlineData("cursor=invented", "Provided cursor is invalid.")]
    [InlineData("cursor=", "Provided cursor is invalid.")]
    public async Task A_bad_query_is_refused(string query, string detail)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync($"v2/persons?{query}");

        Assert.Equal(400, reply.Status);
        Assert.Equal("Bad request", reply.ErrorTitle);
        Assert.Equal(detail, reply.ErrorDetail);
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply page = await visitor.GetAsync("v2/persons?limit=1");

        Reply reply = await visitor.GetAsync("v2/absence-periods?" + page.Next!.Split('?')[1]);

        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task The_cursor_remembers_filters_and_limit()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        IReadOnlyList<Reply> pages = await visitor.PagesAsync("v2/persons?limit=2&status=INACTIVE");

        IEnumerable<JsonElement> rows = pages.SelectMany(page => page.Data);

        Assert.True(pages.Count > 1);
        Assert.All(pages.SkipLast(1), page => Assert.Equal(2, page.Data.Count));
        Assert.All(rows, row => Assert.Equal("INACTIVE", row.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Many_ids_are_found_with_one_request_and_unknown_ones_are_missing()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply commas = await visitor.GetAsync("v2/persons?id=4103,4101,77");
        Reply repeated = await visitor.GetAsync("v2/persons?id=4101&id=4103");

        Assert.Equal(["4101", "4103"], commas.Ids.Order());
        Assert.Equal(["4101", "4103"], repeated.Ids.Order());
    }

    [Fact]
    public async Task Persons_are_found_by_email_and_by_exact_names()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string id = visitor.Tenant.AddPerson("Söße, \"A+B\"", "Größe & Co", "first.last@example.org");
        string first = Uri.EscapeDataString("Söße, \"A+B\"");
        string last = Uri.EscapeDataString("Größe & Co");

        Reply byEmail = await visitor.GetAsync("v2/persons?email=nobody@example.org,First.Last@example.org");
        Reply byNames = await visitor.GetAsync($"v2/persons?first_name={first}&last_name={last}");
        Reply byPart = await visitor.GetAsync($"v2/persons?first_name={first[..3]}");

        Assert.Equal([id], byEmail.Ids);
        Assert.Equal([id], byNames.Ids);
        Assert.Empty(byPart.Data);
    }

    [Fact]
    public async Task Active_means_active_on_leave_or_not_started_yet()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.PersonCount = 40);
        Reply active = await visitor.GetAsync("v2/persons?limit=50&status=ACTIVE");
        Reply inactive = await visitor.GetAsync("v2/persons?limit=50&status=INACTIVE");
        string[] statuses = await LatestStatusesAsync(visitor, active.Ids);

        Assert.Equal(40, active.Data.Count + inactive.Data.Count);
        Assert.Equal(["ACTIVE", "LEAVE", "ONBOARDING"], statuses.Distinct().Order());
        Assert.Equal(["INACTIVE"], (await LatestStatusesAsync(visitor, inactive.Ids)).Distinct());
    }

    [Fact]
    public async Task Persons_changed_after_a_moment_are_found_and_those_changed_at_it_are_not()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply all = await visitor.GetAsync("v2/persons?limit=50");
        string stamp = all.Data[0].GetProperty("updated_at").GetString()!;

        Reply exact = await visitor.GetAsync($"v2/persons?limit=50&updated_at={stamp}");
        Reply after = await visitor.GetAsync($"v2/persons?limit=50&updated_at.gt={stamp}");
        Reply before = await visitor.GetAsync($"v2/persons?limit=50&updated_at.lt={stamp}");

        Assert.Contains("4100", exact.Ids);
        Assert.DoesNotContain("4100", after.Ids);
        Assert.DoesNotContain("4100", before.Ids);
        Assert.NotEmpty(after.Data);
        Assert.NotEmpty(before.Data);
    }

    [Fact]
    public async Task A_single_person_is_returned_bare_and_an_unknown_one_is_not_found()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply found = await visitor.GetAsync("v2/persons/4101");
        Reply missing = await visitor.GetAsync("v2/persons/77");

        Assert.Equal("4101", found.Json.GetProperty("id").GetString());
        Assert.Equal(visitor.Tenant.FindPersonJson("4101"), found.Body);
        Assert.Equal(404, missing.Status);
        Assert.Equal("Resource not found", missing.ErrorTitle);
        Assert.EndsWith(
            "#common.resource_not_found", missing.Json.GetProperty("errors")[0].GetProperty("type").GetString()!,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Employments_are_listed_newest_first_and_read_one_by_one()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        IReadOnlyList<Reply> pages = await visitor.PagesAsync("v2/persons/4101/employments?limit=1");
        string[] starts = [.. pages.Select(page => page.Data[0].GetProperty("employment_start_date").GetString()!)];
        Reply one = await visitor.GetAsync($"v2/persons/4101/employments/{pages[1].Ids[0]}");

        Assert.Equal(3, pages.Count);
        Assert.Equal(starts.OrderDescending(), starts);
        Assert.Equal(starts[1], one.Json.GetProperty("employment_start_date").GetString());
    }

    [Theory]
    [InlineData("v2/persons/77/employments", 404)]
    [InlineData("v2/persons/4101/employments/nothing", 404)]
    [InlineData("v2/persons/4101/employments?limit=51", 400)]
    [InlineData("v2/persons/4101/employments?created_at.gt=2026-01-01T00:00:00Z", 400)]
    public async Task Requests_for_missing_employments_and_bad_requests_are_refused(string path, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync(path);

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task An_employment_of_another_person_is_not_found()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply others = await visitor.GetAsync("v2/persons/4102/employments");

        Reply reply = await visitor.GetAsync($"v2/persons/4101/employments/{others.Ids[0]}");

        Assert.Equal(404, reply.Status);
    }

    [Fact]
    public async Task Labels_of_custom_attributes_can_be_switched_off_while_running()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply with = await visitor.GetAsync("v2/persons/4100");
        visitor.Server.Options.AttributeLabels = false;

        Reply without = await visitor.GetAsync("v2/persons/4100");

        Assert.Contains("\"label\":\"Shirt size\"", with.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"label\"", without.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalog_of_v1_names_every_custom_attribute()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply person = await visitor.GetAsync("v2/persons/4100");
        Reply catalog = await visitor.GetAsync("v1/company/employees/attributes");

        JsonElement data = catalog.Json.GetProperty("data");
        JsonElement custom = person.Json.GetProperty("custom_attributes");
        var keys = data.EnumerateArray().Select(row => row.GetProperty("key").GetString());
        var used = custom.EnumerateArray().Select(row => row.GetProperty("id").GetString()).ToList();

        Assert.True(catalog.Json.GetProperty("success").GetBoolean());
        Assert.NotEmpty(used);
        Assert.Empty(used.Except(keys));
    }

    [Fact]
    public async Task A_profile_picture_is_a_png_and_a_missing_one_is_404_in_the_envelope_of_v1()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply person = await visitor.GetAsync("v2/persons/4100");
        string url = person.Json.GetProperty("profile_picture").GetProperty("url").GetString()!;

        byte[] picture = await visitor.Http.GetByteArrayAsync(url);
        Reply sized = await visitor.GetAsync("v1/company/employees/4100/profile-picture/75");
        Reply none = await visitor.GetAsync("v1/company/employees/4101/profile-picture");

        Assert.Equal("PNG"u8.ToArray(), picture[1..4]);
        Assert.Equal("image/png", sized.ContentType);
        Assert.Equal(404, none.Status);
        Assert.False(none.Json.GetProperty("success").GetBoolean());
    }

    private static async Task<string[]> LatestStatusesAsync(SandboxClient visitor, IEnumerable<string?> ids)
    {
        var statuses = new List<string>();
        foreach (string? id in ids)
        {
            Reply reply = await visitor.GetAsync($"v2/persons/{id}/employments?limit=1");
            statuses.Add(reply.Data[0].GetProperty("status").GetString()!);
        }

        return [.. statuses];
    }
}

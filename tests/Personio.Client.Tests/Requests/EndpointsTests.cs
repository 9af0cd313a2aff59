namespace Personio.Client.Tests.Requests;

public sealed class EndpointsTests
{
    [Fact]
    public void Every_row_has_the_unique_name_of_its_field()
    {
        IEnumerable<string> names = Endpoints.All.Select(row => row.Name);

        Assert.Equal(names.Count(), names.Distinct().Count());
        Assert.All(Endpoints.All, row => Assert.Same(row, typeof(Endpoints).GetField(row.Name)!.GetValue(null)));
        Assert.Equal(
            typeof(Endpoints).GetFields().Where(field => field.FieldType == typeof(Endpoint))
                .Select(field => field.Name),
            names);
    }

    [Fact]
    public void No_two_rows_have_the_same_method_and_path()
    {
        Assert.Equal(Endpoints.All.Count, Endpoints.All.Select(row => row.ToString()).Distinct().Count());
    }

    [Fact]
    public void Every_row_is_consistent()
    {
        // The public job feed is on the career page, not in the API.
        Assert.All(
            Endpoints.All.Where(row => row != Endpoints.ListJobPostings),
            row => Assert.Matches("^/v[12](/([a-z0-9-]+|\\{[a-z]+\\}))+$", row.Path));
        Assert.All(Endpoints.All, row => Assert.InRange(row.PageSize, 0, row.Method == HttpMethod.Get ? 200 : 0));
        Assert.All(Endpoints.All, row => Assert.Matches("^(personio:[a-z-]+:(read|write))?$", row.Scope ?? ""));
        Assert.All(
            Endpoints.All.Where(row => row.Scope?.EndsWith(":write", StringComparison.Ordinal) == true),
            row => Assert.False(row.IsRead));
    }

    [Theory]
    [InlineData("ListPersons", 50)]
    [InlineData("ListEmployments", 50)]
    [InlineData("ListAbsencePeriods", 100)]
    [InlineData("ListAbsenceTypes", 100)]
    [InlineData("ListAbsenceBreakdowns", 28)]
    [InlineData("ListAttendancePeriods", 100)]
    [InlineData("ListProjects", 200)]
    [InlineData("ListProjectMembers", 200)]
    [InlineData("ListDocuments", 200)]
    [InlineData("ListApplications", 200)]
    [InlineData("ListCandidates", 200)]
    [InlineData("ListWebhooks", 200)]
    [InlineData("ListJobs", 100)]
    [InlineData("ListCompensations", 100)]
    [InlineData("GetPerson", 0)]
    public void The_page_size_is_the_largest_that_an_endpoint_accepts(string name, int size)
    {
        Assert.Equal(size, Endpoints.All.Single(row => row.Name == name).PageSize);
    }

    [Fact]
    public void The_beta_header_is_for_recruiting_cost_centers_workplaces_and_the_list_of_org_units()
    {
        Assert.All(Endpoints.All, row => Assert.Equal(
            row.Path.StartsWith("/v2/recruiting/", StringComparison.Ordinal)
                || row.Path is "/v2/cost-centers" or "/v2/workplaces" or "/v2/org-units",
            row.Beta));
    }

    [Theory]
    [InlineData("GET", "/v2/persons", "ListPersons")]
    [InlineData("GET", "/v2/persons/1", "GetPerson")]
    [InlineData("PATCH", "/v2/persons/1", "UpdatePerson")]
    [InlineData("GET", "/v2/persons/1/employments/2", "GetEmployment")]
    [InlineData("GET", "/v2/reports/1", "GetReport")]
    [InlineData("GET", "/v2/reports/attributes", "ListReportAttributes")]
    [InlineData("GET", "/v2/compensations/types", "ListCompensationTypes")]
    [InlineData("GET", "/v1/company/custom-reports/reports/1", null)]
    [InlineData("POST", "/v1/recruiting/applications/documents", null)]
    [InlineData("GET", "/v1/company/employees/attributes", "ListAttributes")]
    [InlineData("GET", "/v1/company/employees/1/profile-picture/75", "GetProfilePictureOfWidth")]
    [InlineData("POST", "/v2/auth/token", "CreateToken")]
    [InlineData("PUT", "/v2/persons/1", null)]
    [InlineData("GET", "/v2/persons/1/", null)]
    [InlineData("GET", "/v2/Persons", null)]
    [InlineData("GET", "/v3/persons", null)]
    [InlineData("GET", "", null)]
    public void A_path_finds_its_row_literal_segments_first(string method, string path, string? name)
    {
        Assert.Equal(name, Endpoints.Find(new HttpMethod(method), path)?.Name);
    }

    [Theory]
    [InlineData("/v2/persons/")]
    [InlineData("/v2/persons//employments")]
    public void An_empty_segment_is_not_an_id(string path)
    {
        Assert.Null(Endpoints.Find(HttpMethod.Get, path));
    }

    [Fact]
    public void The_version_is_in_the_path()
    {
        Assert.Equal(1, Endpoints.ListAttributes.Version);
        Assert.Equal(2, Endpoints.ListPersons.Version);
    }
}

using System.Text.Json;

namespace Personio.Sandbox.Tests;

/// <summary>
/// The public properties of a row are serialized, so adding or renaming one changes the API. The members of the first
/// row of each list are listed here in order.
/// </summary>
public sealed class RowMemberTests
{
    [Theory]
    [InlineData(
        "v2/persons",
        "id email created_at updated_at first_name last_name preferred_name gender profile_picture{url} status "
        + "custom_attributes[id type global_id label value] employments[id] _meta{links{employments{href}}}")]
    [InlineData(
        "v2/persons/4100/employments",
        "id position{title} status weekly_working_hours full_time_weekly_working_hours probation_end_date "
        + "employment_start_date employment_end_date contract_end_date type created_at updated_at supervisor "
        + "office{id} org_units[type id] person{id} termination{termination_date last_working_date terminated_at "
        + "type reason} cost_centers[id weight] legal_entity{id} job{id} sub_company{id} _meta{links{person{href}}}")]
    [InlineData("v2/absence-types", "id name category unit")]
    [InlineData(
        "v2/absence-periods",
        "id person{id} absence_type{id} starts_from{date_time type} ends_at{date_time type} timezone_id comment "
        + "approval{status} substitute created_at updated_at")]
    [InlineData(
        "v2/attendance-periods",
        "id type person{id} start{date_time} end{date_time} attribution_date comment project{id} approval{status} "
        + "is_auto_generated created_at updated_at")]
    [InlineData(
        "v2/projects",
        "id name status project_code description cost_center{id} assigned_to_all parent_project start{date} "
        + "end{date} billable client_name project_type created_at updated_at")]
    [InlineData(
        "v2/projects?include=tracked_minutes",
        "id name status project_code description cost_center{id} assigned_to_all parent_project start{date} "
        + "end{date} billable client_name project_type created_at updated_at tracked_minutes")]
    [InlineData(
        "v2/org-units?type=department",
        "id type name abbreviation description resource_uri create_time parent_id")]
    [InlineData(
        "v2/org-units?type=department&include_parent_chain=true&sort=-id",
        "id type name abbreviation description resource_uri create_time parent_id parent_chain[id]")]
    [InlineData(
        "v2/legal-entities",
        "id status is_main valid_from assigned_employees country name type registration_number industry_sector "
        + "email phone address{street city country} contact_person{id} bank_details mailing_address")]
    [InlineData("v2/cost-centers", "id name")]
    [InlineData("v2/jobs", "id name job_family level job_track global_grade salary_band_ids[]")]
    [InlineData("v2/salary-bands", "id name currency interval minimum midpoint maximum")]
    [InlineData(
        "v2/compensations",
        "id person{id} legal_entity{id} type{id name category} amount{value currency} interval effective_from "
        + "weekly_working_hours full_time_weekly_working_hours")]
    [InlineData("v2/compensations/types", "id name category")]
    [InlineData(
        "v2/document-management/documents?owner_id=4100",
        "id name date comment category{id} owner{id} document_type size created_at virus_scan{status} "
        + "esignature{status}")]
    [InlineData(
        "v2/recruiting/applications",
        "id application_date candidate{id first_name last_name email} job{id name department{id name} category{id "
        + "name}} current_stage{id kind name type} channel{id name} hiring_team[] is_anonymized "
        + "created_at{date-time timezone} updated_at{date-time timezone}")]
    [InlineData(
        "v2/recruiting/candidates",
        "id first_name last_name email phone location birthday linkedin_profile available_from applications[id "
        + "application_date] created_at updated_at")]
    [InlineData(
        "v2/recruiting/jobs",
        "id name department{id name} category{id name} hiring_team[] created_at{date-time timezone} "
        + "updated_at{date-time timezone}")]
    [InlineData("v2/recruiting/categories", "id name stages[id kind name type]")]
    [InlineData("v2/reports", "id name chart_type edited_at{date_time}")]
    [InlineData("v2/reports/attributes", "id name display type filtering{filterable}")]
    [InlineData(
        "v2/webhooks",
        "id url description status auth_type token custom_headers{} enabled_events[] created_at updated_at")]
    public async Task Rows_have_exactly_the_members_that_the_API_sends(string path, string members)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync(path);

        Assert.Equal(members, Members(reply.Data[0]));
    }

    /// <summary>The names of the members: of an object in braces, of the first item of an array in brackets.</summary>
    private static string Members(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => string.Join(' ', value.EnumerateObject().Select(Named)),
        JsonValueKind.Array when value.GetArrayLength() > 0 => Members(value[0]),
        _ => "",
    };

    private static string Named(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.Object => $"{member.Name}{{{Members(member.Value)}}}",
        JsonValueKind.Array => $"{member.Name}[{Members(member.Value)}]",
        _ => member.Name,
    };
}

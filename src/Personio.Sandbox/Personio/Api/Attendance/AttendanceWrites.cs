using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Tracking, changing, and deleting attendance. Afterwards, work and breaks never overlap.</summary>
internal static class AttendanceWrites
{
    private const int MaximumComment = 1000;
    private static readonly TimeSpan s_maxLength = TimeSpan.FromHours(24);

    public static HttpResponse Create(ApiCall call)
    {
        bool skipsApproval = ApiCall.Flag(call.QueryOf("skip_approval"), "skip_approval");
        CheckUpdateLimit(call);
        JsonElement body = JsonBody.Read(call, "person", "type", "start", "end", "comment", "project");
        string personId = body.RequiredReference("person");
        _ = body.RequiredText("type");
        SandboxTenant tenant = call.Tenant;
        DateTime start = body.Moment("start") ?? throw Problem.BadRequest("The field 'start' is required.");
        var row = new AttendancePeriodRow
        {
            Id = SandboxTenant.NewId(),
            PersonId = personId,
            Type = body.OneOf("type", "WORK", "BREAK") ?? "",
            Start = start,
            End = body.Moment("end"),
            AttributionDate = DateOnly.FromDateTime(start),
            Comment = body.Text("comment", MaximumComment),
            ProjectId = body.Reference("project"),
            Status = Status(skipsApproval),
            CreatedAt = tenant.Calendar.LocalNow,
            UpdatedAt = tenant.Calendar.LocalNow,
        };
        _ = tenant.People.Persons.Find(personId) ?? throw Problem.Unprocessable("The person was not found.");
        Check(tenant, row.Type, row.Start, row.End, row.ProjectId);
        tenant.Attendance.Periods.Add(row);
        return Created(call, row, AttendanceOverlap.Resolve(tenant, row));
    }

    public static HttpResponse Change(ApiCall call)
    {
        bool skipsApproval = ApiCall.Flag(call.QueryOf("skip_approval"), "skip_approval");
        CheckUpdateLimit(call);
        AttendancePeriodRow row = FindChangeable(call);
        var changes = new Changes(JsonBody.Read(call, "start", "end", "comment", "project"));
        (DateTime start, DateTime? end) = (row.Start, row.End);
        (string? comment, string? projectId) = (row.Comment, row.ProjectId);
        changes.Replace("start", JsonBody.Moment, value => start = value ?? start);
        changes.Set("end", JsonBody.Moment, value => end = value);
        changes.Set("comment", (body, name) => body.Text(name, MaximumComment), value => comment = value);
        changes.Set("project", JsonBody.Reference, value => projectId = value);
        changes.Apply();
        Check(call.Tenant, row.Type, start, end, projectId);

        // New times require approval again; a new comment does not.
        bool moves = start != row.Start || end != row.End;
        row.Status = moves || skipsApproval ? Status(skipsApproval) : row.Status;
        row.AttributionDate = start == row.Start ? row.AttributionDate : DateOnly.FromDateTime(start);
        (row.Comment, row.ProjectId) = (comment, projectId);
        AttendanceOverlap.Move(call.Tenant, row, start, end);
        if (moves)
        {
            _ = AttendanceOverlap.Resolve(call.Tenant, row);
        }

        return call.Done(row.Id);
    }

    public static HttpResponse Remove(ApiCall call)
    {
        call.QueryOf();
        CheckUpdateLimit(call);
        AttendancePeriodRow row = FindChangeable(call);
        row.Remove();
        return call.Done(row.Id);
    }

    private static AttendancePeriodRow FindChangeable(ApiCall call)
    {
        AttendancePeriodRow row = call.Find(call.Tenant.Attendance.Periods);
        return call.Options.ConfirmedAttendanceLocked && row.Status == "CONFIRMED"
            ? throw new ProblemException(403, "Forbidden", "A confirmed attendance period cannot be changed.")
            : row;
    }

    private static void CheckUpdateLimit(ApiCall call)
    {
        if (call.Options.AttendanceUpdateLimit)
        {
            throw new ProblemException(403, "Forbidden", "The update limit of attendance periods is reached.");
        }
    }

    private static string Status(bool skipsApproval) => skipsApproval ? "CONFIRMED" : "PENDING";

    private static void Check(SandboxTenant tenant, string type, DateTime start, DateTime? end, string? projectId)
    {
        if (end is { } known && known <= start)
        {
            throw Problem.Unprocessable("Start after end", "The start must be before the end.");
        }

        if (end - start > s_maxLength)
        {
            throw Problem.Unprocessable("Range too long", "An attendance period lasts no longer than 24 hours.");
        }

        if (projectId is null)
        {
            return;
        }

        if (type == "BREAK")
        {
            throw Problem.Unprocessable("Break with project", "A break cannot belong to a project.");
        }

        if (tenant.Projects.Find(projectId) is not { Status: "ACTIVE" })
        {
            throw Problem.Unprocessable("Invalid project", "No active project has this id.");
        }
    }

    private static HttpResponse Created(ApiCall call, AttendancePeriodRow row, List<AttendancePeriodRow> affected)
    {
        call.Tenant.LogWrite(call.Request.Method, call.Request.Path, row.Id);
        return PersonioJson.Response(new AttendanceCreatedResponse(row.Id, affected), 201);
    }
}

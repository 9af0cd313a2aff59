using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Requesting, changing, and withdrawing absences, with the API's rejections.</summary>
internal static class AbsenceWrites
{
    private const int MaximumComment = 2000;

    public static HttpResponse Create(ApiCall call)
    {
        bool skipsApproval = ApiCall.Flag(call.QueryOf("skip_approval"), "skip_approval");
        JsonElement body = JsonBody.Read(
            call, "person", "absence_type", "starts_from", "ends_at", "comment", "substitute");
        string personId = body.RequiredReference("person");
        string typeId = body.RequiredReference("absence_type");
        Boundary start = body.Boundary("starts_from")
            ?? throw Problem.BadRequest("The field 'starts_from' is required.");
        SandboxTenant tenant = call.Tenant;
        AbsenceTypeRow type = tenant.Absences.Types.Find(typeId)
            ?? throw Problem.Unprocessable("The absence type was not found.");
        var row = new AbsencePeriodRow
        {
            Id = SandboxTenant.NewId(),
            PersonId = tenant.People.Persons.Find(personId)?.Id
                ?? throw Problem.Unprocessable("The person was not found."),
            Type = type,
            Start = start,
            End = End(call, body),
            Comment = Comment(body),
            Status = Status(type, skipsApproval),
            SubstituteId = body.Reference("substitute"),
            CreatedAt = tenant.Calendar.Now,
            UpdatedAt = tenant.Calendar.Now,
        };
        CheckShape(type, row.Start, row.End);
        CheckSubstitute(tenant, row);
        CheckConflicts(tenant, row);
        tenant.Absences.Periods.Add(row);
        return call.Created(row.Id);
    }

    public static HttpResponse Change(ApiCall call)
    {
        bool skipsApproval = ApiCall.Flag(call.QueryOf("skip_approval"), "skip_approval");
        AbsencePeriodRow row = FindChangeable(call);
        JsonElement body = JsonBody.Read(call, "starts_from", "ends_at", "comment");
        RefuseNullHalf(body, "starts_from");
        RefuseNullHalf(body, "ends_at");
        Boundary start = body.Boundary("starts_from") ?? row.Start;
        Boundary? end = body.TryGetProperty("ends_at", out _) ? End(call, body) : row.End;
        string? comment = body.TryGetProperty("comment", out _) && !call.Options.IgnoreAbsenceComments
            ? Comment(body)
            : row.Comment;
        CheckShape(row.Type, start, end);
        CheckConflicts(call.Tenant, new AbsencePeriodRow
        {
            Id = row.Id,
            PersonId = row.PersonId,
            Type = row.Type,
            Status = row.Status,
            Start = start,
            End = end,
        });

        // New dates require approval again; a new comment does not.
        bool moves = start != row.Start || end != row.End;
        (row.Start, row.End, row.Comment) = (start, end, comment);
        row.Status = moves || skipsApproval ? Status(row.Type, skipsApproval) : row.Status;
        row.UpdatedAt = call.Tenant.Calendar.Now;
        row.Touch();
        return call.Done(row.Id);
    }

    public static HttpResponse Remove(ApiCall call)
    {
        call.QueryOf();
        AbsencePeriodRow row = FindChangeable(call);
        if (call.Options.DeletionApproval && row.Status == "APPROVED")
        {
            row.Status = "DELETION_PENDING";
            row.UpdatedAt = call.Tenant.Calendar.Now;
            row.Touch();
        }
        else
        {
            row.Remove();
        }

        return call.Done(row.Id);
    }

    private static AbsencePeriodRow FindChangeable(ApiCall call)
    {
        AbsencePeriodRow row = call.Find(call.Tenant.Absences.Periods);
        return row.IsManagedLeave
            ? throw new ProblemException(
                call.Options.LeaveStatus, "Unprocessable request", "The absence period cannot be changed.")
            : row;
    }

    /// <summary>The end in the body, converted to one on the last day.</summary>
    private static Boundary? End(ApiCall call, JsonElement body) =>
        call.Options.InclusiveAbsenceEnds ? body.Boundary("ends_at") : body.Boundary("ends_at")?.FromExclusiveEnd();

    /// <summary>A change may omit the half, but must not set it to null.</summary>
    private static void RefuseNullHalf(JsonElement body, string name)
    {
        if (body.Has(name, out JsonElement boundary) && boundary.ValueKind == JsonValueKind.Object
            && boundary.TryGetProperty("type", out JsonElement half) && half.ValueKind == JsonValueKind.Null)
        {
            throw Problem.BadRequest($"The field '{name}.type' must be FIRST_HALF or SECOND_HALF.");
        }
    }

    private static string Status(AbsenceTypeRow type, bool skipsApproval) =>
        skipsApproval || !type.NeedsApproval ? "APPROVED" : "PENDING";

    private static string? Comment(JsonElement body) =>
        body.Text("comment") is { Length: > MaximumComment }
            ? throw Problem.Unprocessable("The comment is longer than 2000 characters.")
            : body.Text("comment");

    private static void CheckShape(AbsenceTypeRow type, Boundary start, Boundary? end)
    {
        if (type.IsHourly)
        {
            CheckHours(start, end);
        }
        else if (start.At.TimeOfDay != default || (end?.At.TimeOfDay ?? default) != default)
        {
            throw Problem.Unprocessable("An absence counted in days starts and ends at midnight.");
        }

        var probe = new AbsencePeriodRow { Id = "", PersonId = "", Type = type, Status = "", Start = start, End = end };
        if (probe.From >= probe.Until)
        {
            throw Problem.Unprocessable("The absence ends before it starts.");
        }
    }

    private static void CheckHours(Boundary start, Boundary? end)
    {
        if (start.Half is not null || end?.Half is not null)
        {
            throw Problem.Unprocessable("An absence counted in hours has no half days.");
        }

        if (end is not { } known || known.At.Date != start.At.Date || known.At.TimeOfDay == default)
        {
            throw Problem.Unprocessable(
                "An absence counted in hours ends on the day it starts, and not at midnight.");
        }
    }

    private static void CheckSubstitute(SandboxTenant tenant, AbsencePeriodRow row)
    {
        if (row.SubstituteId is null)
        {
            if (row.Type.Substitute == SubstituteRule.Required)
            {
                throw Problem.Unprocessable(
                    "Substitute required", "A substitute is required for this absence type.");
            }

            return;
        }

        if (row.Type.Substitute == SubstituteRule.Forbidden)
        {
            throw Problem.Unprocessable(
                "Substitute not allowed", "A substitute is not allowed for this absence type.");
        }

        if (row.SubstituteId == row.PersonId
            || tenant.People.Persons.Find(row.SubstituteId) is not { Status: "ACTIVE" })
        {
            throw Problem.Conflict("Substitute is invalid", "This person cannot be the substitute.");
        }
    }

    private static void CheckConflicts(SandboxTenant tenant, AbsencePeriodRow row)
    {
        if (tenant.Absences.Periods.OfOwner(row.PersonId).Any(other => Collides(row, other)))
        {
            throw Problem.Conflict(
                "Absence period conflict", "The absence period overlaps with another one of this person.");
        }

        if (tenant.Absences.Periods.Live.Any(other => other.SubstituteId == row.PersonId && Collides(row, other)))
        {
            throw Problem.Conflict(
                "Requesting absence while substituting", "The person is a substitute during this time.");
        }
    }

    private static bool Collides(AbsencePeriodRow row, AbsencePeriodRow other) =>
        other.Id != row.Id && !other.IsRemoved && other.Status != "REJECTED" && row.Overlaps(other);
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ITScoring.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AppendOnlyRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.MakeAppendOnlyOnSqlite("AnswerChanges");
            migrationBuilder.MakeAppendOnlyOnSqlite("AuditEntries");
            migrationBuilder.MakeAppendOnlyOnSqlite("FrozenRecords");
            migrationBuilder.MakeAppendOnlyOnSqlite("Publications");
            migrationBuilder.MakeAppendOnlyOnSqlite("SubmissionMoves");
            migrationBuilder.MakeAppendOnlyOnSqlite("SubmissionReceipts");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER TR_AnswerChanges_AppendOnly_UPDATE; DROP TRIGGER TR_AnswerChanges_AppendOnly_DELETE;");
            migrationBuilder.Sql("DROP TRIGGER TR_AuditEntries_AppendOnly_UPDATE; DROP TRIGGER TR_AuditEntries_AppendOnly_DELETE;");
            migrationBuilder.Sql("DROP TRIGGER TR_FrozenRecords_AppendOnly_UPDATE; DROP TRIGGER TR_FrozenRecords_AppendOnly_DELETE;");
            migrationBuilder.Sql("DROP TRIGGER TR_Publications_AppendOnly_UPDATE; DROP TRIGGER TR_Publications_AppendOnly_DELETE;");
            migrationBuilder.Sql("DROP TRIGGER TR_SubmissionMoves_AppendOnly_UPDATE; DROP TRIGGER TR_SubmissionMoves_AppendOnly_DELETE;");
            migrationBuilder.Sql("DROP TRIGGER TR_SubmissionReceipts_AppendOnly_UPDATE; DROP TRIGGER TR_SubmissionReceipts_AppendOnly_DELETE;");
        }
    }
}

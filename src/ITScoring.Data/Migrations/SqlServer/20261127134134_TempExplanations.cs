using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ITScoring.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TempExplanations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Explanations_SubmissionId_CriterionCode",
                table: "Explanations");

            migrationBuilder.AddColumn<int>(
                name: "Round",
                table: "Explanations",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ExplanationId",
                table: "Evidence",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FinalJson",
                table: "ContestedValues",
                type: "nvarchar(max)",
                nullable: true);

            // What was stored before: explanations are counted, and what was accepted was accepted as claimed. In batches of their own, for these columns are new.
            migrationBuilder.Sql("EXEC(N'UPDATE Explanations SET Round = (SELECT COUNT(*) FROM Explanations AS e WHERE e.SubmissionId = Explanations.SubmissionId AND e.CriterionCode = Explanations.CriterionCode AND e.Id <= Explanations.Id)')");
            migrationBuilder.Sql("EXEC(N'UPDATE ContestedValues SET FinalJson = ClaimedJson WHERE ExplanationId IN (SELECT Id FROM Explanations WHERE State = ''Accepted'')')");

            migrationBuilder.CreateIndex(
                name: "IX_Explanations_SubmissionId_CriterionCode_Round",
                table: "Explanations",
                columns: new[] { "SubmissionId", "CriterionCode", "Round" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Evidence_Explanations_ExplanationId",
                table: "Evidence",
                column: "ExplanationId",
                principalTable: "Explanations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Evidence_Explanations_ExplanationId",
                table: "Evidence");

            migrationBuilder.DropIndex(
                name: "IX_Explanations_SubmissionId_CriterionCode_Round",
                table: "Explanations");

            migrationBuilder.DropColumn(
                name: "Round",
                table: "Explanations");

            migrationBuilder.DropColumn(
                name: "ExplanationId",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "FinalJson",
                table: "ContestedValues");

            migrationBuilder.CreateIndex(
                name: "IX_Explanations_SubmissionId_CriterionCode",
                table: "Explanations",
                columns: new[] { "SubmissionId", "CriterionCode" });
        }
    }
}
